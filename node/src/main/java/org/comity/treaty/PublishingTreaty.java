package org.comity.treaty;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.comity.board.BoardSubjects;
import org.comity.board.Boards;
import org.comity.board.Publication;
import org.comity.proof.feed.Audience;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets the public board of a host show the table of the treaty: one entry for each State or organisation of whom a line stands. */
@Component
class PublishingTreaty {

    static final String BOARD = "treaty";

    /** Bytes of a line, generously, beside its text and source. */
    private static final int LINE = 300;

    private static final int MOST_WITHOUT_TEXT = 30;

    private final TreatyRows rows;
    private final Boards boards;

    PublishingTreaty(TreatyRows rows, Boards boards) {
        this.rows = rows;
        this.boards = boards;
    }

    /** What was confirmed before this node hosted boards is there from its next start on. */
    @EventListener(ApplicationReadyEvent.class)
    void show() {
        boards.show(BOARD, this::subjects);
    }

    private BoardSubjects subjects() {
        var lines = rows.here(false).stream()
                .map(KeptLine::line)
                .collect(Collectors.groupingBy(TreatyLine::party, TreeMap::new, Collectors.toList()));
        var subjects = new BoardSubjects();
        lines.forEach((party, own) -> subjects.put(Audience.PUBLIC, party, fitting(own)));
        return subjects;
    }

    /** Texts of many statements may be more than a board takes: then they are read at their source. */
    static Map<String, Object> fitting(List<TreatyLine> own) {
        int bytes = own.stream()
                .mapToInt(it -> LINE + (it.words() + it.source()).getBytes(UTF_8).length)
                .sum();
        return bytes <= Publication.LARGEST_BODY - LINE
                ? body(own, true)
                : body(own.subList(Math.max(0, own.size() - MOST_WITHOUT_TEXT), own.size()), false);
    }

    private static Map<String, Object> body(List<TreatyLine> own, boolean texts) {
        var first = own.getFirst();
        return Map.of(
                "kind", first.organisation() ? "organisation" : "state",
                "title", first.name(),
                "lines", own.stream().map(it -> line(it, texts)).toList());
    }

    private static Map<String, Object> line(TreatyLine line, boolean texts) {
        var json = new LinkedHashMap<String, Object>();
        json.put("action", line.step().word());
        json.put("day", line.day().toString());
        json.put("notification", line.number());
        json.put("source", line.source());
        if (!line.article().isEmpty()) json.put("article", line.article());
        if (texts && !line.words().isEmpty()) json.put("text", line.words());
        return json;
    }
}
