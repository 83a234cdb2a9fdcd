package org.comity.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.comity.reporting.FiguresView.Line;
import org.comity.reporting.FiguresView.Measure;
import org.junit.jupiter.api.Test;

/** The drawing, the table and the file of a figure hold the same numbers. */
class FiguresViewTest {

    @Test
    void half_took_no_longer_than_the_median_and_nine_of_ten_no_longer_than_the_other() {
        var ten = new ArrayList<>(
                LongStream.rangeClosed(1, 10).mapToObj(Duration::ofHours).toList());
        Collections.shuffle(ten, new Random(7));
        var line = Line.of("preservation", ten);
        assertThat(line.median()).isEqualTo(Duration.ofHours(5));
        assertThat(line.nine()).isEqualTo(Duration.ofHours(9));
        assertThat(line.few()).isFalse();

        var one = Line.of("preservation", List.of(Duration.ofHours(3)));
        assertThat(one.median()).isEqualTo(one.nine()).isEqualTo(Duration.ofHours(3));
        assertThat(one.few()).isTrue();
    }

    @Test
    void the_longest_bar_is_as_wide_as_the_drawing_and_the_shortest_is_seen() {
        assertThat(Line.width(Duration.ofDays(9), Duration.ofDays(9), 220)).isEqualTo(220);
        assertThat(Line.width(Duration.ofSeconds(5), Duration.ofDays(9), 220)).isEqualTo(1);
        assertThat(Line.width(Duration.ZERO, Duration.ofDays(9), 220)).isZero();
        assertThat(Line.width(Duration.ZERO, Duration.ZERO, 220)).isZero();
    }

    @Test
    void each_file_has_what_its_table_has() throws IOException {
        var hours = new ArrayList<>(Collections.nCopies(24, 0));
        hours.set(3, 7);
        var view = new FiguresView(
                YearMonth.of(2027, 3),
                hours,
                2,
                List.of(
                        Measure.of("acknowledge", Map.of("preservation", List.of(Duration.ofMinutes(90)))),
                        Measure.of("answer", Map.of())),
                false,
                OurFigures.MOST);

        assertThat(view.arrived()).isEqualTo(9);
        assertThat(view.timed()).isEqualTo(7);
        assertThat(view.fullestHour()).isEqualTo(7);
        assertThat(csv(view, "hours")).hasLineCount(25).contains("\r\n3,7\r\n", "\r\n4,0\r\n");
        assertThat(csv(view, "acknowledge"))
                .isEqualTo("kind,requests,median minutes,nine of ten minutes\r\npreservation,1,90,90\r\n");
        assertThat(csv(view, "answer")).hasLineCount(1);
    }

    private static String csv(FiguresView view, String what) throws IOException {
        var written = new StringBuilder();
        OurFigures.write(view, what, written);
        return written.toString();
    }
}
