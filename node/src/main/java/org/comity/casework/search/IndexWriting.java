package org.comity.casework.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.comity.casework.Search.Kind;
import org.comity.evidence.Item;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.Identifier;
import org.comity.proof.act.Attachment;
import org.comity.proof.act.Envelope;
import org.comity.proof.seal.Container;
import org.comity.vocabulary.AddressRange;
import org.comity.vocabulary.CutText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what search reads: words of each place, and what is found by its beginning. A fault is the caller's to catch. */
@Component
class IndexWriting {

    /** Identifiers, hashes or names that one act brings at most. */
    private static final int MOST = 500;

    /** Of these, so many are found from within too. */
    private static final int MOST_WITHIN = 20;

    private static final int LONGEST_TEXT = 100_000;

    private final SearchRows rows;

    IndexWriting(SearchRows rows) {
        this.rows = rows;
    }

    void said(String thread, Kind kind, String place, Instant at, String text, List<String> files) {
        var said = kept(text);
        rows.text(thread, kind, place, at, said, SearchWords.of(said + " " + String.join(" ", files)));
        AddressRange.in(said)
                .forEach(it -> rows.keys(
                        kind,
                        List.of(it.toLowerCase(java.util.Locale.ROOT)),
                        thread,
                        place,
                        it,
                        at,
                        AddressRange.of(it).orElseThrow()));
        files.forEach(it -> key(Kind.FILE, thread, place, it, at));
        files.stream().limit(MOST_WITHIN).forEach(it -> within(Kind.FILE, thread, place, it, it, at));
    }

    /** A number that was corrected is not found under what it was before. */
    void listed(RequestRow row) {
        rows.forgetNumbers(row.thread());
        var numbers = List.of(row.reference(), row.ourCase(), row.theirCase());
        numbers.forEach(it -> key(Kind.REFERENCE, row.thread(), "", it, row.openedAt()));
        var about = row.subject() + " " + String.join(" ", row.subjects().values());
        rows.text(
                row.thread(),
                Kind.REQUEST,
                "",
                row.openedAt(),
                kept(row.subject()),
                SearchWords.of(kept(about + " " + String.join(" ", numbers))));
    }

    /** @param container its hash as sealed, or null while that is not known */
    void act(Envelope envelope, Map<String, Object> body, @Nullable String container, Instant at) {
        var thread = envelope.thread();
        var act = envelope.id();
        key(Kind.ACT_HASH, thread, act, act, at);
        if (container != null) key(Kind.ACT_HASH, thread, act, container, at);
        var read = new Read();
        body.values().forEach(read::value);
        said(
                thread,
                Kind.ACT,
                act,
                at,
                String.join(" · ", read.words),
                envelope.attachments().stream().map(Attachment::name).toList());
        read.identifiers.stream().limit(MOST).forEach(it -> identifier(thread, act, it, at));
        read.identifiers.stream()
                .limit(MOST_WITHIN)
                .forEach(it -> within(Kind.IDENTIFIER, thread, act, it.value(), it.line(), at));
        read.hashes.stream().limit(MOST).forEach(it -> key(Kind.ITEM_HASH, thread, act, it, at));
        read.files.stream().limit(MOST).forEach(it -> key(Kind.FILE, thread, act, it, at));
        read.files.stream().limit(MOST_WITHIN).forEach(it -> within(Kind.FILE, thread, act, it, it, at));
    }

    /** An act of a joint thread; the thread itself is found by the reference that its opening act gives. */
    void joint(Envelope envelope, byte[] container, String hash) {
        act(envelope, Container.read(container).act().body(), hash, envelope.time());
        var reference = envelope.facts().get("reference");
        if (reference != null) key(Kind.REFERENCE, envelope.thread(), "", reference, envelope.time());
    }

    void item(String thread, Item item) {
        var place = "item:" + item.id();
        key(Kind.FILE, thread, place, item.name(), item.begunAt());
        within(Kind.FILE, thread, place, item.name(), item.name(), item.begunAt());
        item.manifest().ifPresent(it -> {
            key(Kind.ITEM_HASH, thread, place, it.plain().sha256(), item.begunAt());
            key(Kind.ITEM_HASH, thread, place, it.sha256(), item.begunAt());
        });
    }

    private void identifier(String thread, String act, Identifier identifier, Instant at) {
        var range = AddressRange.of(identifier.value()).orElse(null);
        var keys = SearchKeys.of(Kind.IDENTIFIER, kept(identifier.value()));
        rows.keys(Kind.IDENTIFIER, keys, thread, act, cut(kept(identifier.line())), at, range);
    }

    private void key(Kind kind, String thread, String place, String said, Instant at) {
        rows.keys(kind, SearchKeys.of(kind, kept(said)), thread, place, cut(kept(said)), at, null);
    }

    private void within(Kind kind, String thread, String place, String name, String said, Instant at) {
        rows.within(kind, SearchKeys.within(kind, kept(name)), thread, place, cut(kept(said)), at);
    }

    /** What a database can keep. */
    private static String kept(String text) {
        return CutText.to(text, LONGEST_TEXT).replaceAll("[\\p{Cc}\\p{Cs}&&[^\n\t]]", " ");
    }

    private static String cut(String text) {
        return CutText.to(text, 300);
    }

    /** What the body of an act holds, however deep. */
    private static final class Read {

        private final LinkedHashSet<String> words = new LinkedHashSet<>();
        private final List<Identifier> identifiers = new ArrayList<>();
        private final LinkedHashSet<String> hashes = new LinkedHashSet<>();
        private final LinkedHashSet<String> files = new LinkedHashSet<>();

        void value(Object value) {
            switch (value) {
                case String text when text.matches("[0-9a-f]{64}") -> hashes.add(text);
                case String text when !text.isBlank() -> words.add(text);
                case List<?> list -> list.forEach(this::value);
                case Map<?, ?> map -> fields(map);
                default -> {}
            }
        }

        @SuppressWarnings("unchecked")
        private void fields(Map<?, ?> map) {
            if (map.get("kind") instanceof String && map.get("value") instanceof String value && !value.isBlank()) {
                var identifier = Identifier.of((Map<String, Object>) map);
                identifiers.add(identifier);
                words.add(identifier.line());
                return;
            }
            if (map.get("name") instanceof String name && map.get("sha256") instanceof String) files.add(name);
            map.values().forEach(this::value);
        }
    }
}
