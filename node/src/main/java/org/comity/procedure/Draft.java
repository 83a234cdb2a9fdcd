package org.comity.procedure;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;

/**
 * An act being written on this node; nothing of it leaves before approval.
 *
 * @param id short, for paths, e.g. {@code d7f3a91c}
 * @param thread null until an opening act is submitted, and again once it was given back
 * @param reference null until an opening act is submitted
 * @param body canonical JSON values as the act will carry them
 * @param facts what the fold needs, e.g. {@code until}
 * @param version rises with each save; the first save wins
 * @param act the id of the submitted act, whose bytes no longer change
 * @param givenBack why the second officer gave it back, or null
 * @param givenBackBy that officer, or null
 * @param edition of the law under which a request was begun, e.g. {@code uncc/1}; null of an act in a thread, which has one
 * @param drill the thread that it opens, or in which it speaks, is a drill
 */
// More than twelve: the row of a draft, and one with it; whoever reads it needs a few.
public record Draft(
        String id,
        String procedure,
        String type,
        Role role,
        String counterpart,
        @Nullable String thread,
        @Nullable String reference,
        Map<String, Object> body,
        Map<String, String> facts,
        List<File> files,
        Status status,
        long version,
        String writtenBy,
        Instant savedAt,
        @Nullable String submittedBy,
        @Nullable Instant submittedAt,
        @Nullable String act,
        @Nullable String givenBack,
        @Nullable String givenBackBy,
        @Nullable Instant notBefore,
        @Nullable String edition,
        boolean drill) {

    /** Under this key {@link #readable} says under which edition it was begun; it is neither kept in the body nor sent. */
    public static final String EDITION = "edition";

    public enum Status {
        WRITING,
        SUBMITTED,
        SENT,
        RECALLED,
        DISCARDED
    }

    /** @param size in bytes */
    public record File(String name, String mediaType, long size, String sha256) {}

    /** The procedure as the law data and the messages name it, e.g. {@code preservation}. */
    public String law() {
        return procedure.substring(0, procedure.indexOf('/'));
    }

    /** Under which the pages of its request are, though others may use its reference; empty while it has none. */
    public String address(Requests requests) {
        return address(Optional.ofNullable(thread).flatMap(requests::ofThread));
    }

    /** The same, where its request was looked up before, with others. */
    public String address(Optional<RequestRow> request) {
        return request.map(RequestRow::address).orElse(reference == null ? "" : reference);
    }

    /** The body as a composition reads it: with the edition that it was begun under. */
    public Map<String, Object> readable() {
        var readable = new LinkedHashMap<>(body);
        if (edition != null) {
            readable.put(EDITION, edition);
        }
        return readable;
    }

    public boolean opens() {
        return thread == null;
    }

    public boolean emergency() {
        return Boolean.TRUE.equals(body.get("emergency"));
    }
}
