"""Which language a text is in."""

import pytest

from tests.read.made import BODY
from variorum.read.language import detect

TEXTS = {
    "en": BODY,
    "de": "Der Rat hat am Dienstag beschlossen, den Pier im Osten für die Dauer der Arbeiten zu schließen, und die Fischer sind nicht gefragt worden.",
    "fr": "Le conseil du port a décidé mardi de fermer la jetée pour des travaux, et les pêcheurs ne sont pas contents de cette décision.",
    "es": "El consejo del puerto decidió el martes cerrar el muelle para las obras, y los pescadores dicen que no fueron consultados por nadie.",
    "it": "Il consiglio del porto ha deciso martedì di chiudere il molo per i lavori, e i pescatori dicono che non sono stati sentiti da nessuno.",
    "pt": "O conselho do porto decidiu na terça fechar o cais para as obras, e os pescadores dizem que não foram ouvidos por ninguém sobre isso.",
    "nl": "De raad van de haven heeft dinsdag besloten om de pier te sluiten voor het werk, en de vissers zeggen dat zij niet zijn gevraagd.",
    "pl": "Rada portu zdecydowała we wtorek, że zamknie molo na czas prac, a rybacy mówią, że nikt ich o to nie pytał i że są przeciw.",
    "tr": "Liman meclisi salı günü iskeleyi onarım için kapatmaya karar verdi ve balıkçılar bu konuda kendilerine bir şey sorulmadığını söyledi.",
    "ru": "Совет порта решил во вторник закрыть причал на ремонт, и рыбаки говорят, что их об этом никто не спросил.",
    "uk": "Рада порту вирішила у вівторок закрити причал на ремонт, і рибалки кажуть, що їх про це ніхто не питав.",
    "ar": "قرر مجلس الميناء يوم الثلاثاء إغلاق الرصيف من أجل الإصلاح وقال الصيادون إن أحدا لم يسألهم عن ذلك",
    "he": "מועצת הנמל החליטה ביום שלישי לסגור את המזח לצורך תיקונים",
    "el": "Το συμβούλιο του λιμανιού αποφάσισε την Τρίτη να κλείσει την προβλήτα",
    "zh": "港口委员会周二决定关闭东码头进行维修",
    "ja": "港湾評議会は火曜日に東埠頭を修理のために閉鎖することを決めた",
    "ko": "항만 위원회는 화요일에 수리를 위해 동쪽 부두를 폐쇄하기로 결정했다",
}


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_languages_are_told_apart(code: str) -> None:
    """By script and by the commonest words."""
    assert detect(TEXTS[code]).code == code


def test_too_little_to_go_by_is_what_is_expected() -> None:
    """A few words in Latin letters say nothing."""
    assert detect("Quaytown, Norland").code == "en"


def test_a_language_that_nobody_listed_has_no_code() -> None:
    """No function word of any language we know."""
    assert detect("blorp fnarg wizzle " * 20).code == ""


def test_a_mixed_text_says_how_much_is_foreign() -> None:
    """Blocks in another language are counted by their words."""
    guess = detect(f"{BODY}\n{TEXTS['de']}\n{TEXTS['de']}")
    assert guess.code == "en"
    assert 0.3 < guess.others < 0.6
