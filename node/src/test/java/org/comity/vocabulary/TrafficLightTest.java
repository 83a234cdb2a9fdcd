package org.comity.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The one rule of sharing says what the table of docs/protocol/sharing.md says, in each of its 280 cells. */
class TrafficLightTest {

    @Test
    void the_rule_is_the_table_that_a_reviewer_reads() throws Exception {
        var table = table();

        assertThat(table).hasSize(280);
        table.forEach((cell, said) -> assertThat(cell.light().allows(cell.role(), cell.channel()))
                .as("%s", cell)
                .isEqualTo(said));
    }

    /** What the table is drawn by; a cell that was mistyped in both places would be found here. */
    @Test
    void a_narrower_label_never_lets_anybody_read_more_but_for_who_said_it_and_who_is_named() {
        for (var role : SharingRole.values()) {
            for (var channel : SharingChannel.values()) {
                for (int i = 1; i < TrafficLight.values().length; i++) {
                    if (TrafficLight.values()[i].allows(role, channel)) {
                        assertThat(TrafficLight.values()[i - 1].allows(role, channel))
                                .as("%s %s %s", TrafficLight.values()[i - 1], role, channel)
                                .isTrue();
                    }
                }
            }
        }
    }

    @Test
    void nothing_above_green_leaves_by_mail_or_feed_and_red_is_in_no_file_and_no_backup() {
        for (var role : SharingRole.values()) {
            for (var light : List.of(TrafficLight.AMBER, TrafficLight.AMBER_STRICT, TrafficLight.RED)) {
                assertThat(light.allows(role, SharingChannel.MAIL)).isFalse();
                assertThat(light.allows(role, SharingChannel.FEED)).isFalse();
            }
            for (var channel : List.of(SharingChannel.API, SharingChannel.EXPORT, SharingChannel.BACKUP)) {
                assertThat(TrafficLight.RED.allows(role, channel)).isFalse();
            }
        }
    }

    @Test
    void the_marks_are_those_of_first_and_are_read_back() {
        assertThat(Stream.of(TrafficLight.values()).map(TrafficLight::mark))
                .containsExactly("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED");
        for (var light : TrafficLight.values()) {
            assertThat(TrafficLight.of(light.mark())).contains(light);
            assertThat(TrafficLight.of(light.word())).contains(light);
        }
        assertThat(TrafficLight.of("TLP:WHITE")).isEmpty();
        assertThat(TrafficLight.of("Amber")).isEmpty();
    }

    @Test
    void what_stands_together_bears_the_narrowest_label() {
        assertThat(TrafficLight.CLEAR.narrower(TrafficLight.AMBER)).isEqualTo(TrafficLight.AMBER);
        assertThat(TrafficLight.RED.narrower(TrafficLight.GREEN)).isEqualTo(TrafficLight.RED);
        assertThat(TrafficLight.AMBER.widerThan(TrafficLight.AMBER)).isFalse();
    }

    @Test
    void one_role_of_several_is_enough() {
        assertThat(TrafficLight.AMBER.allows(Set.of(SharingRole.PARTICIPANT, SharingRole.MEMBER), SharingChannel.PAGE))
                .isTrue();
        assertThat(TrafficLight.AMBER.allows(Set.of(), SharingChannel.PAGE)).isFalse();
    }

    private record Cell(TrafficLight light, SharingRole role, SharingChannel channel) {}

    private static Map<Cell, Boolean> table() throws Exception {
        var cells = new LinkedHashMap<Cell, Boolean>();
        TrafficLight light = null;
        for (var line : Files.readAllLines(Path.of("../docs/protocol/sharing.md"))) {
            if (line.startsWith("### TLP:"))
                light = TrafficLight.of(line.substring(4)).orElseThrow();
            if (light == null || !line.startsWith("| ") || line.startsWith("| role")) continue;
            var columns = line.substring(2).split(" \\| | \\|");
            assertThat(columns).as(line).hasSize(8);
            for (var channel : SharingChannel.values()) {
                var said = columns[1 + channel.ordinal()];
                assertThat(said).isIn("yes", "no");
                var role = SharingRole.valueOf(columns[0].toUpperCase(java.util.Locale.ROOT));
                assertThat(cells.put(new Cell(light, role, channel), said.equals("yes")))
                        .isNull();
            }
        }
        return cells;
    }
}
