package org.comity.board.host;

import java.util.Map;
import java.util.regex.Pattern;
import org.comity.board.BoardSettings;
import org.comity.exchange.PeerShelf;
import org.comity.proof.feed.NumberedFeed;
import org.comity.proof.form.CanonicalJson;
import org.springframework.stereotype.Component;

/** Serves the feeds of this host: key, head, entries in pages, and bodies one by one. */
@Component
class FeedShelf implements PeerShelf {

    static final int PAGE = 100;

    private static final Pattern ENTRIES = Pattern.compile("entries/(0|[1-9][0-9]{0,8})");
    private static final Pattern BODY = Pattern.compile("bodies/([0-9a-f]{64})");

    private final HostedRows rows;
    private final FeedHead head;
    private final boolean hosts;

    FeedShelf(HostedRows rows, FeedHead head, BoardSettings settings) {
        this.rows = rows;
        this.head = head;
        this.hosts = settings.host();
    }

    @Override
    public String name() {
        return "feed";
    }

    /** Whoever takes part reads all feeds. */
    @Override
    public Answer answer(String peer, String path) {
        int slash = path.indexOf('/');
        if (slash < 0) return Answer.nothing();
        return NumberedFeed.of(path.substring(0, slash))
                .map(it -> answer(it, path.substring(slash + 1)))
                .orElse(Answer.nothing());
    }

    Answer answer(NumberedFeed feed, String what) {
        // One that was not begun has no key either: nobody makes this node certify what it likes.
        if (!hosts || feed.number() > 1 && !rows.feeds().contains(feed)) return Answer.nothing();
        if (what.equals("key")) return Answer.text(head.certification(feed));
        if (what.equals("checkpoint")) return Answer.text(head.newest(feed));
        var entries = ENTRIES.matcher(what);
        if (entries.matches()) return page(feed, Long.parseLong(entries.group(1)));
        var body = BODY.matcher(what);
        return body.matches() ? body(feed, body.group(1)) : Answer.nothing();
    }

    private Answer page(NumberedFeed feed, long after) {
        var entries = rows.after(feed, after, PAGE).stream()
                .map(it -> Map.of(
                        "signed",
                        CanonicalJson.read(it.signed().json()),
                        "publication",
                        it.publication().json()))
                .toList();
        return Answer.json(CanonicalJson.write(Map.of("entries", entries)));
    }

    private Answer body(NumberedFeed feed, String act) {
        return rows.find(feed, act)
                .map(it -> it.document().map(Answer::json).orElseGet(Answer::gone))
                .orElseGet(Answer::nothing);
    }
}
