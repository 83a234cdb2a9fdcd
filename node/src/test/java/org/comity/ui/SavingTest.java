package org.comity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.comity.sealing.Tool;
import org.junit.jupiter.api.Test;

/** The page that saves by itself loses no words, makes no second draft, and writes over nothing newer. */
class SavingTest {

    @Test
    void words_typed_while_a_save_is_under_way_wait_in_the_window() {
        Tool.needs(Tool.installed("node"), "node");
        var tool = Tool.run(
                Path.of("").toAbsolutePath(),
                List.of("node", "src/test/resources/saving.mjs", "src/main/resources/static/assets/saving.js"));
        assertThat(tool.exit()).as(tool.said()).isZero();
    }
}
