package org.comity.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HarmlessCellTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\tx", "\r=1", "\n=1", "'quoted'", "''"})
    void what_begins_like_a_formula_leaves_as_text_and_comes_back(String written) {
        var cell = HarmlessCell.of(written);

        assertThat(cell).isEqualTo("'" + written);
        assertThat(HarmlessCell.read(cell)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "1-2", "a=b", " =1"})
    void anything_else_leaves_as_it_is(String written) {
        assertThat(HarmlessCell.of(written)).isEqualTo(written);
    }
}
