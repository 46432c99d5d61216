"""What is true of the list: areas."""

from recruit.reference.areas import AREAS, BOROUGHS, area_code, area_name


def test_there_are_eight_boroughs_and_elsewhere():
    codes = set(AREAS) - set(BOROUGHS)

    assert (len(BOROUGHS), codes) == (8, {"elsewhere"})


def test_a_borough_has_a_code_and_a_name():
    code = area_code("Kensington and Chelsea")

    assert (code, area_name(code)) == ("kensington-and-chelsea", "Kensington and Chelsea")


def test_everywhere_else_has_a_name_too():
    name = area_name("elsewhere")

    assert name == "Somewhere else"
