opytSearch("d6","R!;",[["О сети","o-seti.html","Сеть выдумана.",""]])
