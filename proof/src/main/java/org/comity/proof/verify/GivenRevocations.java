package org.comity.proof.verify;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comity.proof.Malformed;
import org.comity.proof.Verdict.Checks;
import org.comity.proof.Verdict.MissingPiece;
import org.comity.proof.Verdict.MissingPiece.Kind;
import org.comity.proof.Verdict.Outcome;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.P256Signature;
import org.comity.proof.form.StrictBase64;
import org.comity.proof.form.StrictReading;
import org.comity.proof.seal.Anchor;
import org.jspecify.annotations.Nullable;

/**
 * Reads revocations that the user brought (docs/protocol/directory.md, D50). Directory entries say which certificates one
 * reaches; where they do not, it counts against every certificate of its participant that began before it.
 */
final class GivenRevocations {

    /** None were brought: nothing can be said. */
    static final GivenRevocations NOT_GIVEN = new GivenRevocations(List.of(), false);

    private static final Set<String> FIELDS =
            Set.of("format", "network", "id", "version", "effective", "compromisedSince");
    private static final String FORMAT = "comity-revocation/1";
    private static final Pattern SIGNATURE = Pattern.compile("[A-Za-z0-9+/]{1,200}={0,2}");

    /** A certificate may begin so long before it was made, so one of the keys that came after may begin before the revocation. */
    private static final Duration BACKDATED = Duration.ofDays(1);

    private final List<Revocation> all;
    private final boolean given;
    private final Map<String, PublicKey> recovery = new HashMap<>();

    private GivenRevocations(List<Revocation> all, boolean given) {
        this.all = all;
        this.given = given;
    }

    /** @param json one revocation, or {@code {"revocations":[…]}} as a directory lists them */
    static GivenRevocations read(byte[] json) {
        var root = CanonicalJson.read(json);
        var found = new ArrayList<Revocation>();
        if (root.get("revocations") instanceof List<?> list) {
            StrictReading.only(root, Set.of("revocations"));
            list.forEach(it -> found.add(Revocation.read(StrictReading.object("revocations", it))));
        } else {
            found.add(Revocation.read(root));
        }
        return new GivenRevocations(List.copyOf(found), true);
    }

    /** These and more of them; recovery keys are given afterwards. */
    GivenRevocations and(GivenRevocations more) {
        return new GivenRevocations(
                Stream.concat(all.stream(), more.all.stream()).toList(), given || more.given);
    }

    /** Signatures of this participant's revocations are checked by this key from now on. */
    void recoveryKey(String participant, PublicKey key) {
        recovery.put(participant, key);
    }

    /**
     * @param entries that say which version named the certificate
     * @param counts when a time stamp or a register says it was signed; null if only the signer's own clock does
     */
    void check(
            Checks checks,
            DirectoryEntries entries,
            String network,
            String participant,
            X509Certificate certificate,
            @Nullable Instant counts) {
        if (!given) {
            checks.notChecked(
                    "revocation",
                    "Whether the certificate was revoked was not checked: no revocations were given.",
                    MissingPiece.of(Kind.REVOCATIONS));
            return;
        }
        var against = all.stream()
                .filter(it -> it.network().equals(network) && it.id().equals(participant))
                .filter(it -> mayReach(it, entries, certificate))
                .filter(it -> genuine(checks, it))
                .toList();
        if (against.isEmpty()) {
            checks.want(
                    "revocation",
                    true,
                    "No revocation of %s that was given is against this certificate.".formatted(participant),
                    "");
        }
        for (Revocation each : against) {
            check(checks, each, unlikely(each, entries, certificate), Anchor.fingerprint(certificate), counts);
        }
    }

    private boolean mayReach(Revocation revocation, DirectoryEntries entries, X509Certificate certificate) {
        return switch (reach(revocation, entries, certificate)) {
            case REACHED -> true;
            case NOT_REACHED -> false;
            case UNKNOWN -> begins(certificate).isBefore(revocation.effective());
        };
    }

    /** It began so shortly before the revocation that it may as well have been made after it. */
    private boolean unlikely(Revocation revocation, DirectoryEntries entries, X509Certificate certificate) {
        return reach(revocation, entries, certificate) == DirectoryEntries.Reach.UNKNOWN
                && !begins(certificate).isBefore(revocation.effective().minus(BACKDATED));
    }

    private DirectoryEntries.Reach reach(Revocation revocation, DirectoryEntries entries, X509Certificate certificate) {
        return entries.reach(
                revocation.network(),
                revocation.id(),
                certificate,
                revocation.version(),
                revocation.compromisedSince(),
                Stream.ofNullable(recovery.get(revocation.id())).toList(),
                revocation::signedBy);
    }

    private static Instant begins(X509Certificate certificate) {
        return certificate.getNotBefore().toInstant();
    }

    private static void check(
            Checks checks, Revocation revocation, boolean unlikely, String print, @Nullable Instant counts) {
        var said = "%s revoked certificate %s from %s on (keys of version %d and before)"
                .formatted(revocation.id(), print, revocation.effective(), revocation.version());
        boolean before = counts != null && counts.isBefore(revocation.effective());
        if (unlikely && !before) {
            checks.add(
                    "revocation",
                    Outcome.FAILED,
                    "%s revoked its keys of version %d and before from %s on. Certificate %s begins less than a day before that, so it may be one of them or one that came after: its entries from version %d on say which."
                            .formatted(
                                    revocation.id(),
                                    revocation.version(),
                                    revocation.effective(),
                                    print,
                                    revocation.version()),
                    new MissingPiece(Kind.ENTRY, revocation.id()));
        } else if (counts == null) {
            checks.add(
                    "revocation",
                    Outcome.FAILED,
                    said + ", and only the signer's own clock says that it signed before.");
        } else if (!before) {
            checks.add("revocation", Outcome.FAILED, said + "; this is of %s.".formatted(counts));
        } else if (!counts.isBefore(revocation.compromisedSince())) {
            checks.notChecked(
                    "revocation",
                    said
                            + "; this is of %s, after the key may have been known to others (%s). Ask for its confirmation."
                                    .formatted(counts, revocation.compromisedSince()));
        } else {
            checks.want("revocation", true, said + "; this is of %s, before.".formatted(counts), "");
        }
    }

    /** Without the recovery key it counts as it was brought; with it, only what it signed. */
    private boolean genuine(Checks checks, Revocation revocation) {
        var key = recovery.get(revocation.id());
        if (key == null) {
            checks.notChecked(
                    "revocation-signature",
                    "The revocation of %s is taken as it was brought; who signed it was not checked."
                            .formatted(revocation.id()),
                    new MissingPiece(Kind.RECOVERY_KEY, revocation.id()));
            return true;
        }
        return checks.want(
                "revocation-signature",
                revocation.signedBy(key),
                "The revocation is signed by the recovery key of %s.".formatted(revocation.id()),
                "The revocation is not signed by the recovery key of %s, and does not count."
                        .formatted(revocation.id()));
    }

    private record Revocation(
            String network,
            String id,
            long version,
            Instant effective,
            Instant compromisedSince,
            byte[] signed,
            byte[] signature) {

        static Revocation read(Map<String, Object> json) {
            StrictReading.only(json, Set.of("revocation", "signature"));
            var fields = StrictReading.object("revocation", json.get("revocation"));
            StrictReading.only(fields, FIELDS);
            if (!FORMAT.equals(fields.get("format"))) {
                throw new Malformed("field", "format");
            }
            if (!(fields.get("version") instanceof Number version) || version.longValue() < 1) {
                throw new Malformed("field", "version");
            }
            return new Revocation(
                    StrictReading.text(fields, "network", StrictReading.HASH),
                    StrictReading.text(fields, "id", StrictReading.PARTICIPANT),
                    version.longValue(),
                    StrictReading.instant(fields, "effective"),
                    StrictReading.instant(fields, "compromisedSince"),
                    CanonicalJson.write(fields),
                    StrictBase64.bytes("signature", StrictReading.text(json, "signature", SIGNATURE)));
        }

        boolean signedBy(PublicKey key) {
            return P256Signature.holds(signed, signature, key);
        }
    }
}
