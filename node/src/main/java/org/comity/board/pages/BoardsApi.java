package org.comity.board.pages;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comity.board.BoardRefused;
import org.comity.board.HostsFollowed;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Boards for programs of this node: any official may read them. */
@RestController
@RequestMapping("/api/v1/boards")
class BoardsApi {

    private final HostsFollowed hosts;
    private final ReadingBoardPages reading;

    BoardsApi(HostsFollowed hosts, ReadingBoardPages reading) {
        this.hosts = hosts;
        this.reading = reading;
    }

    @GetMapping
    BoardList list(Official by) {
        return new BoardList(
                reading.held(true).stream()
                        .map(it -> new BoardJson(it.host(), it.name(), it.standing(), it.news(), it.since()))
                        .toList(),
                hosts.feeds().stream()
                        .map(it -> new FeedJson(
                                it.host(),
                                it.feed().word(),
                                it.since(),
                                it.heard(),
                                it.failing(),
                                it.stopped(),
                                it.isStopped() ? hosts.contradictions(it.host()) : List.of()))
                        .toList());
    }

    @GetMapping("/{host}/{board}")
    EntryList board(@PathVariable String host, @PathVariable String board, Official by) {
        if (reading.find(host, board, true).isEmpty()) {
            throw BoardRefused.unknown();
        }
        return new EntryList(
                reading.standing(host, board, true).stream()
                        .map(it -> new EntryJson(
                                it.act(),
                                it.subject(),
                                it.publication().kind(),
                                it.label().word(),
                                it.publication().time(),
                                it.taken(),
                                it.body()))
                        .toList(),
                reading.shown(host, board, true).stream()
                        .map(it -> new ShownJson(it.subject(), it.since(), it.body()))
                        .toList());
    }

    /** One entry against the head that its host signed, as {@code ./comity verify} reads it. */
    @GetMapping(path = "/{host}/{board}/{act}/proof", produces = "text/plain;charset=UTF-8")
    String proof(
            @PathVariable String host,
            @PathVariable String board,
            @PathVariable String act,
            @RequestParam(required = false) @Nullable Long since,
            Official by) {
        return reading.proof(host, board, act, true, since);
    }

    record BoardList(List<BoardJson> boards, List<FeedJson> feeds) {}

    record BoardJson(
            String host,
            String board,
            long standing,
            Instant news,
            @Nullable Instant since) {}

    record FeedJson(
            String host,
            String audience,
            Instant since,
            @Nullable Instant heard,
            String failing,
            String stopped,
            List<HostsFollowed.Contradiction> contradictions) {}

    /** @param shown what its host shows to us, and not to everybody who takes part */
    record EntryList(List<EntryJson> entries, List<ShownJson> shown) {}

    record ShownJson(String subject, Instant since, Map<String, Object> body) {}

    record EntryJson(
            String act,
            String subject,
            String kind,
            String audience,
            Instant time,
            @Nullable Instant taken,
            @Nullable Map<String, Object> body) {}
}
