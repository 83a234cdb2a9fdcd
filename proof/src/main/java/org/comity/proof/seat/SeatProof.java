package org.comity.proof.seat;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.proof.Malformed;
import org.comity.proof.Verdict;
import org.comity.proof.act.Act;
import org.comity.proof.act.Approval;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.StrictReading;
import org.comity.proof.register.SignedEntry;
import org.jspecify.annotations.Nullable;

/**
 * What proves that a person of an authority without a node approved an act that its host wrote down: {@code seat.json}
 * (R153), passkeys' assertions over the act's id and the acts that gave these keys.
 *
 * @param given of each assertion, in their order, the act that gave its key
 */
public record SeatProof(List<SeatAssertion> assertions, List<Given> given) {

    public static final String FILE = "seat.json";
    public static final String FORMAT = "comity-seat/1";
    public static final String FORM = "seat-form";

    /** The value of the fact {@code recorded} in a seat act, and name of the procedure that gives seats. */
    public static final String SEAT = "seat";

    public static final int LARGEST = 64 * 1024;
    public static final int MOST = Approval.LARGEST;

    /** The act that gave a key, and its entry: letter and names stay behind the salted hashes of its envelope. */
    public record Given(SignedEntry entry, Envelope envelope) {

        /** The name by which the authority's other acts call the person. */
        public String person() {
            return envelope.facts().getOrDefault("person", "");
        }

        String origin() {
            return envelope.facts().getOrDefault("origin", "");
        }

        String key() {
            return envelope.facts().getOrDefault("key", "");
        }
    }

    public SeatProof {
        assertions = List.copyOf(assertions);
        given = List.copyOf(given);
    }

    /** Whether an act was given from a seat, and so needs {@code seat.json}. */
    public static boolean asked(Envelope act) {
        return SEAT.equals(act.facts().get("recorded"));
    }

    /** {@link Malformed} with {@code seat-form} if it is not exactly of the form. */
    public static SeatProof read(byte[] json) {
        if (json.length > LARGEST) throw new Malformed(FORM, "%d bytes".formatted(json.length));
        try {
            var root = CanonicalJson.read(json);
            StrictReading.only(root, Set.of("assertions", "format", "given"));
            if (!FORMAT.equals(root.get("format"))) throw new Malformed("field", "format");
            var assertions = new ArrayList<SeatAssertion>();
            for (Object each : list(root.get("assertions"))) assertions.add(SeatAssertion.read(each));
            var given = new ArrayList<Given>();
            for (Object each : list(root.get("given"))) given.add(given(each));
            if (given.size() != assertions.size()) throw new Malformed("field", "given");
            return new SeatProof(assertions, given);
        } catch (Malformed e) {
            throw e.code().equals(FORM) ? e : new Malformed(FORM, e.getMessage());
        }
    }

    private static List<?> list(@Nullable Object value) {
        if (!(value instanceof List<?> list) || list.isEmpty() || list.size() > MOST) {
            throw new Malformed("field", "assertions");
        }
        return list;
    }

    private static Given given(Object value) {
        var json = StrictReading.object("given", value);
        StrictReading.only(json, Set.of("entry", "envelope"));
        return new Given(
                SignedEntry.read(CanonicalJson.write(StrictReading.object("entry", json.get("entry")))),
                Envelope.read(StrictReading.object("envelope", json.get("envelope"))));
    }

    /** The bytes of {@code seat.json}. */
    public byte[] json() {
        return CanonicalJson.write(Map.of(
                "assertions", assertions.stream().map(SeatAssertion::json).toList(),
                "format", FORMAT,
                "given",
                        given.stream()
                                .map(it -> Map.of(
                                        "entry", CanonicalJson.read(it.entry().json()),
                                        "envelope", it.envelope().json()))
                                .toList()));
    }

    /**
     * Refuses an act whose proof does not hold, with the code of the first check that fails (R155); for the door of a node.
     *
     * @param approvals what {@code approvals.json} beside it says
     * @param registered when the act comes in
     * @param host tells whether the host's register key signed an entry
     */
    public void require(Act act, List<Approval> approvals, Instant registered, HostEntries host) {
        var checks = new Verdict.Checks("act " + act.id());
        new SeatChecks(act.envelope(), this, approvals).all(checks, registered, host);
        for (var each : checks.all()) {
            if (each.outcome() == Verdict.Outcome.FAILED) throw new Malformed(each.code(), each.detail());
        }
    }

    /** Says of an entry whether the host's register key signed it; empty where no such key is at hand. */
    @FunctionalInterface
    public interface HostEntries {
        Optional<Boolean> signed(SignedEntry entry);
    }

    /** The host name that a passkey of these pages is bound to; nothing if it is no origin. */
    static Optional<String> host(String origin) {
        try {
            var uri = new URI(origin);
            boolean right = ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawPath().isEmpty()
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null;
            return right ? Optional.of(uri.getHost()) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** base64url without padding, in its one spelling. */
    static byte[] bytes(Map<String, Object> json, String field, int longest) {
        if (!(json.get(field) instanceof String text)) throw new Malformed("field", field);
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length > 0 && bytes.length <= longest && text(bytes).equals(text)) return bytes;
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new Malformed("field", field);
    }
}
