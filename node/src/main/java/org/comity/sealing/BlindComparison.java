package org.comity.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.hash2curve.HashToCurveProfile;
import org.bouncycastle.crypto.hash2curve.HashToEllipticCurve;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/**
 * Holds one side of a blind comparison: two lists are compared so that each side learns which of its own entries the other has
 * too, and how many the other has, and nothing else (decision 0091). Each blinds the points of its entries with a secret of its own,
 * and blinds once more what the other sent; equal entries then give equal points. A secret serves one comparison.
 */
public final class BlindComparison {

    /** Entries of one side; each is one guess that the other side allows. */
    public static final int MOST = 50;

    private static final String DOMAIN = "COMITY-COMPARE-V01-with-P256_XMD:SHA-256_SSWU_RO_";
    private static final X9ECParameters P256 = CustomNamedCurves.getByName("secp256r1");
    private static final int POINT = 33;

    private final BigInteger secret;

    /** By what they are blinded to, so that their order says nothing of them. */
    private final TreeMap<String, String> entries = new TreeMap<>();

    private BlindComparison(String context, Collection<String> entries, BigInteger secret) {
        if (entries.isEmpty() || entries.size() > MOST) {
            throw new BlindComparisonRefused("count", entries.size());
        }
        this.secret = secret;
        for (var entry : new TreeSet<>(entries)) {
            this.entries.put(written(point(context, entry).multiply(secret)), entry);
        }
    }

    /**
     * @param context what both sides know of this comparison alone, e.g. States and a number used once
     * @param entries in the one way in which both sides write them
     */
    public static BlindComparison begin(String context, Collection<String> entries, SecureRandom random) {
        var last = P256.getN().subtract(BigInteger.ONE);
        return new BlindComparison(context, entries, BigIntegers.createRandomInRange(BigInteger.ONE, last, random));
    }

    /**
     * The same side again, after a restart.
     *
     * @param secret as {@link #secret()} gave it
     */
    public static BlindComparison resume(String context, Collection<String> entries, byte[] secret) {
        var read = new BigInteger(1, secret);
        if (read.signum() == 0 || read.compareTo(P256.getN()) >= 0) {
            throw new BlindComparisonRefused("secret", 0);
        }
        return new BlindComparison(context, entries, read);
    }

    /** Never leaves the node; forgotten when the comparison is done. */
    public byte[] secret() {
        return BigIntegers.asUnsignedByteArray(32, secret);
    }

    /** What the other side is sent of ours: one point an entry, in the order of the points. */
    public List<String> blinded() {
        return List.copyOf(entries.keySet());
    }

    /**
     * What the other side sent, blinded once more, in its order.
     *
     * @throws BlindComparisonRefused if it is no list of different points, or holds a point of ours
     */
    public List<String> again(List<String> theirs) {
        checked(theirs);
        if (theirs.stream().anyMatch(entries::containsKey)) {
            throw new BlindComparisonRefused("reflected", theirs.size());
        }
        return theirs.stream().map(it -> written(read(it).multiply(secret))).toList();
    }

    /**
     * The entries of ours that the other side has too.
     *
     * @param returned ours, as the other side blinded them once more, in our order
     * @param theirsAgain the other side's, as {@link #again} gave them
     * @throws BlindComparisonRefused if not as many came back as were sent, or what came back is no list of different points
     */
    public Set<String> matches(List<String> returned, List<String> theirsAgain) {
        if (returned.size() != entries.size()) {
            throw new BlindComparisonRefused("returned", returned.size());
        }
        checked(returned);
        if (returned.stream().anyMatch(entries::containsKey)) {
            throw new BlindComparisonRefused("reflected", returned.size());
        }
        var theirs = new HashSet<>(theirsAgain);
        var ours = new ArrayList<>(entries.values());
        var both = new TreeSet<String>();
        IntStream.range(0, ours.size())
                .filter(it -> theirs.contains(returned.get(it)))
                .forEach(it -> both.add(ours.get(it)));
        return both;
    }

    /**
     * Checks what came before anything is done with it.
     *
     * @throws BlindComparisonRefused if it is empty, too long, or holds what is no point of the group, or one twice
     */
    public static void checked(List<String> points) {
        if (points.isEmpty() || points.size() > MOST) {
            throw new BlindComparisonRefused("count", points.size());
        }
        points.forEach(BlindComparison::read);
        if (Set.copyOf(points).size() < points.size()) {
            throw new BlindComparisonRefused("twice", points.size());
        }
    }

    private static ECPoint point(String context, String entry) {
        var message = new ByteArrayOutputStream();
        for (var each : List.of(context, entry)) {
            var bytes = each.getBytes(UTF_8);
            message.writeBytes(BigIntegers.asUnsignedByteArray(4, BigInteger.valueOf(bytes.length)));
            message.writeBytes(bytes);
        }
        return HashToEllipticCurve.getInstance(HashToCurveProfile.P256_XMD_SHA_256, DOMAIN)
                .hashToCurve(message.toByteArray());
    }

    private static String written(ECPoint point) {
        return HexFormat.of().formatHex(point.normalize().getEncoded(true));
    }

    /** The order of the curve is prime, so that each of its points but the neutral one, which has no such form, is in the group. */
    private static ECPoint read(String written) {
        if (written.length() != 2 * POINT || !written.matches("0[23][0-9a-f]{64}")) {
            throw new BlindComparisonRefused("point", written.length());
        }
        try {
            return P256.getCurve().decodePoint(HexFormat.of().parseHex(written));
        } catch (IllegalArgumentException noPoint) {
            throw new BlindComparisonRefused("point", written.length());
        }
    }
}
