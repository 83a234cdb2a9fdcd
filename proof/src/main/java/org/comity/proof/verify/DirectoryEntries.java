package org.comity.proof.verify;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.proof.Malformed;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.proof.form.P256;
import org.comity.proof.form.P256Signature;
import org.comity.proof.form.StrictBase64;
import org.comity.proof.form.StrictReading;
import org.comity.proof.seal.Anchor;
import org.jspecify.annotations.Nullable;

/**
 * Signed directory entries that the user brought (docs/protocol/directory.md, D10). The user vouches for the newest version
 * of each participant; an older one counts as far as each next one names its hash (D11) and, where the entry key changed,
 * bears its endorsement (D13). In which order they came, and in how many files, makes no difference.
 */
final class DirectoryEntries {

    static final DirectoryEntries NONE = new DirectoryEntries(List.of());

    private static final String FORMAT = "comity-entry/1";
    private static final Pattern SIGNATURE = Pattern.compile("[A-Za-z0-9+/]{1,200}={0,2}");
    private static final int MOST = 10_000;

    /** A new entry is signed before the new key lies where it is used (D31: for so long peers may hold the older one). */
    private static final Duration OVERLAP = Duration.ofDays(7);

    private final List<Version> given;
    private final List<Version> all;

    private DirectoryEntries(List<Version> given) {
        this.given = List.copyOf(given);
        this.all = chained(given);
    }

    /**
     * @param json one signed entry, or {@code {"entries":[…]}}
     * @throws Malformed if one of them is none, or is not signed by the key that it names
     */
    static DirectoryEntries read(byte[] json) {
        var root = CanonicalJson.read(json);
        var found = new ArrayList<Version>();
        if (root.get("entries") instanceof List<?> list) {
            StrictReading.only(root, Set.of("entries"));
            if (list.size() > MOST) throw new Malformed("too-many", "entries");
            list.forEach(it -> found.add(Version.read(StrictReading.object("entries", it))));
        } else {
            found.add(Version.read(root));
        }
        return new DirectoryEntries(found);
    }

    DirectoryEntries and(DirectoryEntries more) {
        var both = new ArrayList<>(given);
        both.addAll(more.given);
        return new DirectoryEntries(both);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Two newest versions of one participant, of which the user cannot vouch for both: neither counts. Asked when all are given. */
    Optional<String> contradiction() {
        return byParticipant(given).stream()
                .filter(DirectoryEntries::twoNewest)
                .findFirst()
                .map(it -> "two entries of %s with version %d"
                        .formatted(it.getFirst().id(), it.getFirst().number()));
    }

    /** The newest of each participant, and what it leads back to without a gap. */
    private static List<Version> chained(List<Version> given) {
        var chained = new ArrayList<Version>();
        for (var each : byParticipant(given)) {
            if (twoNewest(each)) continue;
            var byHash = each.stream().collect(Collectors.toMap(Version::hash, Function.identity()));
            var next = each.getFirst();
            chained.add(next);
            for (var older = byHash.get(next.previous()); older != null && next.follows(older); ) {
                chained.add(older.until(next.from().plus(OVERLAP)));
                next = older;
                older = byHash.get(next.previous());
            }
        }
        return chained;
    }

    private static boolean twoNewest(List<Version> versions) {
        return versions.size() > 1
                && versions.get(0).number() == versions.get(1).number();
    }

    /** Of each participant, the newest first. */
    private static Collection<List<Version>> byParticipant(List<Version> given) {
        return given.stream()
                .distinct()
                .sorted(Comparator.comparingLong(Version::number).reversed())
                .collect(Collectors.groupingBy(Version::id, TreeMap::new, Collectors.toList()))
                .values();
    }

    /**
     * Seal certificates of the versions that were not replaced by then.
     *
     * @param network of which the entries speak; null for any
     */
    Anchor seals(@Nullable String network, String participant, Instant at) {
        return all.stream()
                .filter(it -> network == null || it.network().equals(network))
                .filter(it -> it.id().equals(participant) && it.inForce(at))
                .map(Version::seal)
                .filter(Objects::nonNull)
                .map(Anchor::of)
                .reduce(Anchor.NONE, Anchor::and);
    }

    /** Whether a revocation counts against what a certificate signs. */
    enum Reach {
        REACHED,
        NOT_REACHED,
        /** No given version names the certificate, or none says whether the participant came back by its recovery key. */
        UNKNOWN
    }

    /**
     * Says whether a revocation of {@code revoked} reaches this certificate of a seal or register (D51, D52, D61).
     *
     * @param known recovery keys of the participant that the user named
     * @param signedRevocation whether the revocation is signed by a key: who revokes by it brings the participant back by it
     */
    Reach reach(
            String network,
            String participant,
            X509Certificate certificate,
            long revoked,
            Instant compromisedSince,
            List<PublicKey> known,
            Predicate<PublicKey> signedRevocation) {
        var versions = all.stream()
                .filter(it -> it.network().equals(network) && it.id().equals(participant))
                .toList();
        var naming = versions.stream().filter(it -> it.names(certificate)).toList();
        if (naming.isEmpty()) return Reach.UNKNOWN;
        if (naming.stream().anyMatch(it -> it.number() <= revoked)) return Reach.REACHED;
        var older = versions.stream().filter(it -> it.number() <= revoked).toList();
        var recovery = Stream.concat(known.stream(), older.stream().map(Version::recoveryKey))
                .distinct()
                .filter(signedRevocation)
                .toList();
        long first = naming.getLast().number();
        var between = versions.stream()
                .filter(it -> it.number() > revoked && it.number() <= first)
                .toList();
        if (between.stream().anyMatch(it -> it.endorsedByOneOf(recovery))) return Reach.NOT_REACHED;
        boolean sure = !recovery.isEmpty() && !older.isEmpty();
        return sure && between.stream().noneMatch(it -> it.from().isBefore(compromisedSince))
                ? Reach.REACHED
                : Reach.UNKNOWN;
    }

    /**
     * Whether two officers approve by a version in force then; of two in force at once the stricter counts. Nothing if none was,
     * or it does not say.
     */
    Optional<Boolean> twoOfficers(String network, String participant, Instant at) {
        return all.stream()
                .filter(it -> it.network().equals(network) && it.id().equals(participant))
                .filter(it -> it.began(at) && it.inForce(at))
                .map(Version::twoOfficers)
                .filter(Objects::nonNull)
                .reduce(Boolean::logicalOr);
    }

    /** Whether a given version is of this participant; of any network where none is said. */
    boolean name(@Nullable String network, String participant) {
        return all.stream()
                .anyMatch(it -> it.id().equals(participant)
                        && (network == null || it.network().equals(network)));
    }

    /** Whether a given version of anybody names this certificate. */
    boolean names(X509Certificate certificate) {
        return all.stream().anyMatch(it -> it.names(certificate));
    }

    boolean seal(PublicKey key) {
        return all.stream()
                .anyMatch(it -> it.seal() != null && it.seal().getPublicKey().equals(key));
    }

    /** Whether a version of this participant's entry names it as its register certificate. */
    boolean register(String network, String participant, X509Certificate certificate) {
        return all.stream().anyMatch(it -> it.names(network, participant, certificate));
    }

    /** Whether a version that names it was not replaced by then. */
    boolean register(String network, String participant, X509Certificate certificate, Instant at) {
        return all.stream().anyMatch(it -> it.names(network, participant, certificate) && it.inForce(at));
    }

    // More than twelve: an entry of the directory names so much in each of its versions.
    private record Version(
            String network,
            String id,
            long number,
            String previous,
            String hash,
            Instant from,
            @Nullable Instant until,
            @Nullable X509Certificate seal,
            @Nullable X509Certificate register,
            PublicKey entryKey,
            PublicKey recoveryKey,
            @Nullable Boolean twoOfficers,
            byte[] signed,
            byte @Nullable [] endorsement) {

        static Version read(Map<String, Object> json) {
            StrictReading.only(json, Set.of("endorsement", "entry", "signature"));
            var entry = StrictReading.object("entry", json.get("entry"));
            if (!FORMAT.equals(entry.get("format"))) throw new Malformed("field", "format");
            if (!(entry.get("version") instanceof Number number) || number.longValue() < 1) {
                throw new Malformed("field", "version");
            }
            var keys = StrictReading.object("keys", entry.get("keys"));
            var node = entry.get("node") == null ? null : StrictReading.object("node", entry.get("node"));
            byte[] signed = CanonicalJson.write(entry);
            var version = new Version(
                    StrictReading.text(entry, "network", StrictReading.HASH),
                    StrictReading.text(entry, "id", StrictReading.PARTICIPANT),
                    number.longValue(),
                    StrictReading.text(entry, "previous", StrictReading.HASH),
                    Digests.sha256(signed),
                    StrictReading.instant(entry, "signedAt"),
                    null,
                    node == null ? null : StrictBase64.certificate("seal", node.get("seal")),
                    node == null ? null : StrictBase64.certificate("register", node.get("register")),
                    key("entry", keys.get("entry")),
                    key("recovery", keys.get("recovery")),
                    entry.get("profile") instanceof Map<?, ?> profile
                                    && profile.get("twoOfficers") instanceof Boolean two
                            ? two
                            : null,
                    signed,
                    json.get("endorsement") == null ? null : signature(json, "endorsement"));
            if (!P256Signature.holds(signed, signature(json, "signature"), version.entryKey())) {
                throw new Malformed("field", "signature");
            }
            return version;
        }

        private static byte[] signature(Map<String, Object> json, String field) {
            return StrictBase64.bytes(field, StrictReading.text(json, field, SIGNATURE));
        }

        private static PublicKey key(String field, @Nullable Object base64) {
            return P256.key(StrictBase64.bytes(field, base64)).orElseThrow(() -> new Malformed("field", field));
        }

        /** Behind a revocation the recovery key may leave out numbers that a thief has used (D58). */
        boolean follows(Version older) {
            boolean named = previous.equals(older.hash) && network.equals(older.network) && !from.isBefore(older.from);
            boolean back = endorsedByOneOf(List.of(older.recoveryKey));
            return named
                    && (number == older.number + 1
                            ? back || entryKey.equals(older.entryKey) || endorsedByOneOf(List.of(older.entryKey))
                            : back && number > older.number);
        }

        boolean endorsedByOneOf(List<PublicKey> keys) {
            byte[] by = endorsement;
            return by != null && keys.stream().anyMatch(it -> P256Signature.holds(signed, by, it));
        }

        boolean names(X509Certificate certificate) {
            return certificate.equals(seal) || certificate.equals(register);
        }

        Version until(Instant next) {
            return new Version(
                    network,
                    id,
                    number,
                    previous,
                    hash,
                    from,
                    next,
                    seal,
                    register,
                    entryKey,
                    recoveryKey,
                    twoOfficers,
                    signed,
                    endorsement);
        }

        boolean names(String network, String participant, X509Certificate certificate) {
            return this.network.equals(network) && id.equals(participant) && certificate.equals(register);
        }

        /** It has no beginning: by when it was signed its own State says when its keys count, and its clock may stand wrong. */
        boolean inForce(Instant at) {
            return until == null || !at.isAfter(until);
        }

        /** Before the first there was none: its clock stood wrong, or that of the act. */
        boolean began(Instant at) {
            return number == 1 || !at.isBefore(from);
        }

        /** The same version given twice is one. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Version version && hash.equals(version.hash);
        }

        @Override
        public int hashCode() {
            return hash.hashCode();
        }
    }
}
