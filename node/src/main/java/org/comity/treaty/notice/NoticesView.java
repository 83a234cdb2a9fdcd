package org.comity.treaty.notice;

import java.time.LocalDate;
import java.util.List;
import org.comity.convention.FinalProvisions.Notice;
import org.jspecify.annotations.Nullable;

/** The points that a State tells the depositary, and where each stands with us. */
public record NoticesView(String edition, List<Point> points, LocalDate today) {

    /**
     * @param last our latest notification of it; null: none recorded here
     * @param look the latest look; null: nobody has looked
     */
    public record Point(
            Notice notice,
            @Nullable KeptNotice last,
            @Nullable NoticeLook look) {

        public boolean applies() {
            return look == null || look.applies();
        }

        /** Has a year passed since somebody looked, or did nobody look? */
        public boolean due(LocalDate today) {
            return look == null || !today.isBefore(look.again());
        }
    }

    public long due() {
        return points.stream().filter(it -> it.due(today)).count();
    }
}
