package org.comity.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.proof.Malformed;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.proof.form.StrictReading;

/**
 * Says who signs lists from now on, in the words of those who signed until now.
 *
 * @param network the root's hash
 * @param number 1, 2, 3 …
 * @param previous hash of the change before; 64 zeros for the first
 * @param signatures by enough of those who signed before it
 */
public record OperatorsChange(
        String network,
        long number,
        String previous,
        Instant decided,
        Operators operators,
        List<Operators.Signature> signatures) {

    public static final String FORMAT = "comity-operators/1";
    public static final int LARGEST = 10_000;

    /** Below an operator's home: {@code 1.json}, {@code 2.json} … */
    public static final String FOLDER = "operators";

    /** In the life of a network; whoever needs more begins a new one. */
    public static final int MOST = 20;

    public OperatorsChange {
        signatures = List.copyOf(signatures);
    }

    /** The next one after these, unsigned. */
    static OperatorsChange after(Network root, List<OperatorsChange> before, Operators next, Instant decided) {
        var previous = before.isEmpty()
                ? DirectoryList.NOTHING_BEFORE
                : before.getLast().hash();
        return new OperatorsChange(root.id(), before.size() + 1L, previous, decided, next, List.of());
    }

    /** The same with one more signature; who signs twice has signed once. */
    public OperatorsChange sign(PublicKey operator, PrivateKey key) {
        var one =
                new Operators.Signature(DirectorySignatures.text(operator), DirectorySignatures.sign(canonical(), key));
        var more = new ArrayList<>(signatures);
        more.removeIf(it -> it.operator().equals(one.operator()));
        more.add(one);
        return new OperatorsChange(network, number, previous, decided, operators, more);
    }

    public String hash() {
        return Digests.sha256(canonical());
    }

    private byte[] canonical() {
        return CanonicalJson.write(Map.of(
                "format", FORMAT,
                "network", network,
                "number", number,
                "previous", previous,
                "decided", decided.toString(),
                "operators", operators.keys(),
                "threshold", operators.threshold()));
    }

    /** In its place among others, within a list. */
    Map<String, Object> within() {
        return Map.of(
                "change",
                CanonicalJson.read(canonical()),
                "signatures",
                signatures.stream().map(Operators.Signature::json).toList());
    }

    public byte[] json() {
        return CanonicalJson.write(within());
    }

    public static OperatorsChange read(byte[] json) {
        return read(StrictFields.read(json, LARGEST));
    }

    static OperatorsChange read(StrictFields json) {
        json.only("change", "signatures");
        var change = json.object("change")
                .only("format", "network", "number", "previous", "decided", "operators", "threshold");
        if (!FORMAT.equals(change.json().get("format"))) {
            throw new Malformed("format", "not " + FORMAT);
        }
        return new OperatorsChange(
                change.text("network", StrictReading.HASH),
                change.positive("number"),
                change.text("previous", StrictReading.HASH),
                change.instant("decided"),
                new Operators(change.texts("operators", Operators.MOST, 400), (int)
                        Math.min(change.positive("threshold"), Operators.MOST + 1)),
                Operators.Signature.read(json, "signatures"));
    }

    /** The changes that an operator's home has, in their order; none where nobody ever changed. */
    public static List<OperatorsChange> kept(Path home) {
        var changes = new ArrayList<OperatorsChange>();
        try {
            for (int n = 1; n <= MOST; n++) {
                var file = home.resolve(FOLDER).resolve(n + ".json");
                if (!Files.exists(file)) break;
                changes.add(read(Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(changes);
    }

    /** Who signs after all of these; empty if one of them does not follow, or too few of those before it signed it. */
    public static Optional<Operators> last(Network root, List<OperatorsChange> changes) {
        var now = Operators.of(root);
        var previous = DirectoryList.NOTHING_BEFORE;
        long number = 1;
        for (var each : changes) {
            boolean follows = each.network.equals(root.id())
                    && each.number == number
                    && each.previous.equals(previous)
                    && now.signed(each.canonical(), each.signatures);
            if (!follows) return Optional.empty();
            now = each.operators;
            previous = each.hash();
            number++;
        }
        return Optional.of(now);
    }
}
