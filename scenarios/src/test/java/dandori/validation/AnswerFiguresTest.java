package dandori.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Figures by their paths. */
class AnswerFiguresTest {

    private static final String JSON =
            """
            {"all": {"wait_mean_s": 12.5, "name": "a"}, "cells": [{"seed": 7}, {"seed": 8}],
             "v1.0": {"days": 3}, "v1": {"0": {"hours": 4}}}
            """;

    @Test
    void aPathLeadsThroughMapsListsAndNamesWithDots() {
        AnswerFigures answer = AnswerFigures.of(JSON);
        assertThat(answer.number("all.wait_mean_s")).contains(new BigDecimal("12.5"));
        assertThat(answer.number("cells.1.seed")).contains(new BigDecimal("8"));
        assertThat(answer.number("v1.0.days")).contains(new BigDecimal("3"));
        assertThat(answer.number("v1.0.hours")).contains(new BigDecimal("4"));
        assertThat(answer.number("cells.2.seed")).isEmpty();
        assertThat(answer.number("all.name")).isEmpty();
    }

    @Test
    void whatIsMissingIsToldWithTheNearestName() {
        AnswerFigures answer = AnswerFigures.of(JSON);
        assertThat(answer.missing("all.wait_maen_s"))
                .isEqualTo(
                        "the answer has no 'all.wait_maen_s'. Maybe 'all.wait_mean_s'."
                                + " Known: all.wait_mean_s, all.name.");
        assertThat(answer.missing("wait_mean_s"))
                .isEqualTo("the answer has no 'wait_mean_s'. Maybe 'all.wait_mean_s'.");
        assertThat(answer.missing("all.name")).isEqualTo("the answer has no number at 'all.name'.");
        assertThat(answer.missing("some.thing")).isEqualTo("the answer has no 'some.thing'.");
    }

    @Test
    void aTableIsReadByItsLines() {
        AnswerFigures answer = AnswerFigures.of("name,step_s\na,1.5\n\"b, c\",2e1\n");
        assertThat(answer.number("1.step_s")).contains(new BigDecimal("1.5"));
        assertThat(answer.number("2.step_s")).contains(new BigDecimal("2e1"));
        assertThat(answer.number("2.name")).isEmpty();
        assertThat(answer.number("3.step_s")).isEmpty();
    }

    @Test
    void whatIsNeitherHasNoFigures() {
        assertThat(AnswerFigures.of("{\"broken\"").number("broken")).isEmpty();
        assertThat(AnswerFigures.of("").number("a")).isEmpty();
    }
}
