"""Pseudo-Russian prose for the benchmark network: a word list, its endings, and sentences built from both."""

import random

# Endings by case: nominative, genitive, accusative, instrumental, prepositional; then plural nominative, genitive, instrumental.
NOUN_ENDINGS = {
    "m": ("m", ["", "а", "", "ом", "е", "ы", "ов", "ами"]),
    "mk": ("m", ["", "а", "", "ом", "е", "и", "ов", "ами"]),
    "ma": ("ma", ["", "а", "а", "ом", "е", "ы", "ов", "ами"]),
    "mak": ("ma", ["", "а", "а", "ом", "е", "и", "ов", "ами"]),
    "ms": ("ma", ["ь", "я", "я", "ем", "е", "и", "ей", "ями"]),
    "f": ("f", ["а", "ы", "у", "ой", "е", "ы", "", "ами"]),
    "fk": ("f", ["а", "и", "у", "ой", "е", "и", "", "ами"]),
    "fi": ("f", ["ия", "ии", "ию", "ией", "ии", "ии", "ий", "иями"]),
    "fo": ("f", ["ь", "и", "ь", "ью", "и", "и", "ей", "ями"]),
    "n": ("n", ["ие", "ия", "ие", "ием", "ии", "ия", "ий", "иями"]),
    "no": ("n", ["о", "а", "о", "ом", "е", "а", "", "ами"]),
}

NOUNS = {
    "m": "проект опыт маршрут альбом вопрос ответ результат эксперимент конструктор макет сюжет образ рассказ"
    " семинар практикум тренинг замысел ритуал план приём метод принцип критерий материал инструмент интерес диагноз огород"
    " музей театр класс этап показ обзор анализ разбор выбор смысл термин текст",
    "mk": "праздник дневник цветник урок подход календарик словарик навык сборник справочник знак язык",
    "ma": "логопед методист партнёр",
    "mak": "педагог психолог наставник",
    "ms": "воспитатель родитель руководитель зритель слушатель читатель",
    "f": "беседа работа среда программа проблема культура природа система форма тема группа школа карта схема анкета"
    " инициатива команда картина мера забота примета",
    "fk": "выставка книга библиотека прогулка сказка находка подсказка методика площадка",
    "fi": "организация ситуация консультация экскурсия экспедиция рефлексия традиция эмоция лаборатория коллекция"
    " композиция презентация позиция технология стратегия дискуссия модерация мотивация адаптация",
    "fo": "деятельность самостоятельность активность речь возможность ответственность любознательность компетентность роль"
    " область мысль повторяемость открытость выразительность безопасность",
    "n": "занятие начинание наблюдение развитие обсуждение исследование упражнение воспитание образование общение взаимодействие"
    " впечатление пособие оборудование планирование оценивание понимание затруднение изменение открытие решение"
    " доверие сопровождение экспериментирование конструирование восприятие внимание мышление воображение",
    "no": "качество пространство сообщество творчество средство дело слово чувство искусство содружество сотрудничество общество",
}

ADJECTIVES = (
    "творческ педагогическ методическ практическ экологическ познавательн речев игров музыкальн театральн физкультурн"
    " совместн сетев открыт детск семейн образовательн самостоятельн проектн исследовательск"
    " художественн патриотическ краеведческ математическ сенсорн двигательн коррекционн инклюзивн цифров экспериментальн"
    " культурн народн сезонн городск сельск лесн природн научн бережн внимательн ежедневн долгосрочн"
    " краткосрочн наглядн поисков предметн пространственн музейн нов важн полезн понятн точн ценностн партнёрск"
    " профессиональн содержательн вариативн гибк постоянн устойчив доступн"
).split()

STRESSED_ENDINGS = {"речев", "игров", "сетев", "цифров", "городск", "лесн"}

VERB_STEMS = (
    "развива поддержива обогаща расширя сохраня укрепля изуча обсужда раскрыва описыва дополня уточня предлага включа"
    " объединя открыва показыва замеча закрепля усилива выявля составля начина продолжа повторя меня проверя"
    " обобща накаплива приближа облегча подсказыва вдохновля выстраива дела"
    " оценива заверша оформля применя обновля"
).split()

ADVERBS = (
    "вместе|постепенно|бережно|регулярно|ежедневно|осознанно|наглядно|последовательно|увлечённо|спокойно|уверенно|заметно"
    "|шаг за шагом|в течение года|на прогулке|в группе|дома с родителями|в утреннем круге|на занятии|в музыкальном зале"
).split("|")

OPENINGS = ["Мы заметили, что", "Практика показала, что", "Коллеги отмечают, что", "Важно помнить, что", "Опыт говорит о том, что",
            "Не секрет, что", "В итоге получилось так, что", "Наблюдая за детьми, мы увидели, что"]
GENITIVE_PREPOSITIONS = ["Для", "В ходе", "После", "Во время", "С помощью", "Вместо", "На основе", "Ради"]
CLAUSE_LINKS = [", а", ", и", ", потому что", ", поэтому", "; при этом", ", хотя", " – и тогда"]

NOMINATIVE, GENITIVE, ACCUSATIVE, INSTRUMENTAL = range(4)
PLURAL_NOMINATIVE = 5
CONNECTED = {"m": "связан", "ma": "связан", "f": "связана", "n": "связано"}

# Names of imaginary places: the rare words that make a search index grow as real texts do.
PLACES = ["у реки", "в роще", "на поляне", "по дороге к станции", "возле озера", "в музее села", "на острове", "в парке"]
SYLLABLES = "бо ва ге ди жа зо ка ли мо ни пе ра со ту фо хо ча ше ре ме ла но ве ки ру та".split()
PLACE_ENDINGS = ["вка", "нка", "рово", "лино", "мка", "рка"]

HEADINGS = [
    "Ход работы", "С чего мы начали", "Что мы хотели изменить", "Как всё устроено", "Подготовка среды", "Первый месяц",
    "Основной этап", "Работа с родителями", "Что получилось у детей", "Что узнали педагоги", "Трудности и решения",
    "Советы тем, кто повторит", "Материалы и оборудование", "Наблюдения и записи", "Как оценивали результат",
    "Связь с другими занятиями", "Итоговая встреча", "Вопросы для обсуждения", "Планы на будущий год", "Разбор одного дня",
    "Роль наставника", "Семейный клуб", "Опыт соседнего сада", "Вместо заключения",
]
SUBHEADINGS = [
    "Пример из практики", "На что обратить внимание", "Шаг первый", "Шаг второй", "Шаг третий", "Слово воспитателя",
    "Детские вопросы", "Короткий диалог", "Игра на прогулке", "Утренний круг", "Вечерняя рефлексия", "Уголок в группе",
    "Если что-то пошло не так", "Домашнее задание семье", "Карточка наблюдения", "Для младших", "Для старших",
    "Совместный просмотр", "Список покупок", "Бюджет времени", "Музыкальная пауза", "Взгляд логопеда", "Взгляд психолога",
    "Маленькие открытия",
]


def build_nouns():
    return [
        (gender, [stem_of(word, kind) + ending for ending in endings])
        for kind, (gender, endings) in NOUN_ENDINGS.items()
        for word in NOUNS[kind].split()
    ]


def stem_of(word, kind):
    ending = NOUN_ENDINGS[kind][1][0]
    return word[: len(word) - len(ending)] if ending else word


def adjective_forms(stem):
    """Endings by gender and case; the plural is needed in the nominative only."""
    vowel = "и" if stem[-1] in "кгх" else "ы"
    masculine = "ой" if stem in STRESSED_ENDINGS else vowel + "й"
    return {
        "m": [masculine, "ого", masculine, vowel + "м"],
        "ma": [masculine, "ого", "ого", vowel + "м"],
        "f": ["ая", "ой", "ую", "ой"],
        "n": ["ое", "ого", "ое", vowel + "м"],
        "pl": [vowel + "е"],
    }


class Prose:
    """Phrases and sentences drawn from one random generator; the pools make long texts cheap."""

    def __init__(self, seed, sentences=60_000, phrases=4_000):
        self.random = random.Random(f"prose/{seed}")
        self.nouns = build_nouns()
        self.adjectives = [(stem, adjective_forms(stem)) for stem in ADJECTIVES]
        self.verbs = [stem for stem in VERB_STEMS]
        self.phrases = [self.noun_phrase(NOMINATIVE) for _ in range(phrases)]
        self.actions = [self.action() for _ in range(phrases)]
        self.plain = [self.sentence() for _ in range(sentences)]
        self.marked = [self.mark(sentence) for sentence in self.plain]

    def noun_phrase(self, case):
        gender, forms = self.random.choice(self.nouns)
        stem, endings = self.random.choice(self.adjectives)
        return f"{stem}{endings[gender][case]} {forms[case]}"

    def plural_phrase(self):
        _, forms = self.random.choice(self.nouns)
        stem, endings = self.random.choice(self.adjectives)
        return f"{stem}{endings['pl'][NOMINATIVE]} {forms[PLURAL_NOMINATIVE]}"

    def action(self):
        verb = self.random.choice(self.verbs)
        return f"{verb}ть {self.noun_phrase(ACCUSATIVE)}"

    def clause(self):
        pick = self.random.random()
        verb = self.random.choice(self.verbs)
        adverb = self.random.choice(ADVERBS) + " " if pick < 0.4 else ""
        if pick < 0.7:
            return f"{self.noun_phrase(NOMINATIVE)} {adverb}{verb}ет {self.noun_phrase(ACCUSATIVE)}"
        if pick < 0.9:
            return f"{self.plural_phrase()} {adverb}{verb}ют {self.noun_phrase(ACCUSATIVE)}"
        gender, forms = self.random.choice(self.nouns)
        return f"{forms[NOMINATIVE]} {adverb}{CONNECTED[gender]} с {self.noun_phrase(INSTRUMENTAL)}"

    def place(self):
        name = "".join(self.random.choices(SYLLABLES, k=self.random.randint(2, 3))) + self.random.choice(PLACE_ENDINGS)
        return f"{self.random.choice(PLACES)} {name.capitalize()}"

    def sentence(self):
        choose, pick = self.random.choice, self.random.random()
        if pick < 0.25:
            text = self.clause()
        elif pick < 0.45:
            text = f"{choose(OPENINGS)} {self.clause()}"
        elif pick < 0.65:
            text = f"{choose(GENITIVE_PREPOSITIONS)} {self.noun_phrase(GENITIVE)} {self.clause()}"
        elif pick < 0.75:
            text = f"{self.clause()} {self.place()}"
        elif pick < 0.9:
            text = f"{self.clause()}{choose(CLAUSE_LINKS)} {self.clause()}"
        else:
            text = f"стоит {self.action()}, {self.action()} и {self.action()}"
        return text[0].upper() + text[1:] + ("!" if pick < 0.01 else ".")

    def mark(self, sentence):
        """Emphasis in about one sentence of eight, as an author would put it."""
        pick = self.random.random()
        words = sentence.split(" ")
        at = self.random.randrange(len(words))
        if pick > 0.13 or not words[at].isalpha():
            return sentence
        fence = "**" if pick < 0.06 else "*" if pick < 0.11 else "`"
        words[at] = fence + words[at] + fence
        return " ".join(words)
