package org.comity.proof;

import java.util.Set;
import java.util.TreeSet;

/**
 * Lists the codes that a check of a verdict may bear (docs/protocol, section 7): whoever says a verdict in other languages has
 * words for each.
 */
public final class CheckCodes {

    /** Of what is not of the form that the protocol demands, and was read no further. */
    public static final Set<String> READING = Set.of(
            "bag-declaration",
            "bag-fetch",
            "bag-file",
            "bag-list",
            "bag-name",
            "bag-too-large",
            "bundle-file",
            "bundle-too-large",
            "container-entries",
            "container-expands",
            "container-file",
            "container-manifest",
            "container-mimetype",
            "container-name",
            "container-signature",
            "container-too-large",
            "container-twice",
            "container-zip",
            "field",
            "fields",
            "item-file",
            "item-size",
            "json",
            "log-proof",
            "not-canonical",
            "note",
            "note-key",
            "too-large",
            "too-many");

    /** Of what was read, each by itself. */
    public static final Set<String> CHECKING = Set.of(
            "act",
            "act-id",
            "act-missing",
            "act-seen",
            "act-thread",
            "act-twice",
            "anchor",
            "approvals",
            "attachment-differs",
            "author",
            "bag-empty",
            "bag-hash",
            "bag-unknown",
            "body",
            "body-differs",
            "body-withheld",
            "certificate-reference",
            "certificate-use",
            "checkpoint",
            "consistency",
            "earlier-checkpoint",
            "effect",
            "effects",
            "entries",
            "entry",
            "entry-number",
            "entry-previous",
            "entry-signature",
            "entry-thread",
            "entry-time",
            "epoch",
            "epoch-lost",
            "export",
            "export-signature",
            "export-tags",
            "file",
            "fork",
            "head",
            "inclusion",
            "item-chunk",
            "item-commitment",
            "item-header",
            "item-key",
            "item-manifest",
            "item-named",
            "item-payload-size",
            "item-plain",
            "item-root",
            "keeper",
            "keeper-alone",
            "keeper-from",
            "keeper-key",
            "keeper-party",
            "keeper-term",
            "keeper-validity",
            "line-commitment",
            "log-key",
            "manifest",
            "nothing-registered",
            "only-envelopes",
            "other-copy",
            "other-version",
            "parties",
            "publication",
            "register-end",
            "registered",
            "rendering",
            "revocation",
            "revocation-signature",
            "seal",
            "seat-challenge",
            "seat-doubtful",
            "seat-ended",
            "seat-form",
            "seat-given",
            "seat-key",
            "seat-origin",
            "seat-signature",
            "seat-user",
            "seen",
            "signature",
            "stamp",
            "stamp-revocation",
            "standing",
            "state",
            "thread",
            "thread-id",
            "validity");

    private CheckCodes() {}

    static boolean contain(String code) {
        return READING.contains(code) || CHECKING.contains(code);
    }

    /** All of them, in order. */
    public static Set<String> all() {
        var all = new TreeSet<>(READING);
        all.addAll(CHECKING);
        return all;
    }
}
