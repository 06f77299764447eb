opytSearch("m0","ttj",[{"columns":[{"name":"kindergarten","keys":["sad-5","sad-10"],"labels":["Детский сад № 5 «Кувшинка»","Детский сад № 10"],"sets":"$!##!##"}],"width":1,"of":"!#$$##"}])
