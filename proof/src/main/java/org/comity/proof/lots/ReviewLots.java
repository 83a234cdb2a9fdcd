package org.comity.proof.lots;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.comity.proof.form.Digests;

/**
 * Draws by lot who reviews whom: each State is reviewed by one of its region and one of another, reviews as many, and never
 * itself. What is drawn follows from the list, a secret that was committed to before, and a public value that nobody could know
 * then; so neither who draws nor who makes the public value can choose.
 */
public final class ReviewLots {

    private static final String DOMAIN = "comity/review-lots/1";
    private static final int MOST = 1_000;
    private static final int SECRET = 32;

    private final TreeMap<String, String> regions;

    private ReviewLots(TreeMap<String, String> regions) {
        this.regions = regions;
    }

    /**
     * @param regions by State
     * @throws IllegalArgumentException if it cannot be drawn evenly: a region has one State alone, or more than half of all
     */
    public static ReviewLots of(Map<String, String> regions) {
        var lots = new ReviewLots(new TreeMap<>(regions));
        if (regions.size() > MOST) {
            throw new IllegalArgumentException("More than %d States".formatted(MOST));
        }
        for (var block : lots.blocks().entrySet()) {
            if (block.getValue().size() < 2) {
                throw new IllegalArgumentException("Region %s has one State alone: decide with which region it is drawn"
                        .formatted(block.getKey()));
            }
            if (2 * block.getValue().size() > regions.size()) {
                throw new IllegalArgumentException(
                        "Region %s has more than half of all States: not all can be given a reviewer of another region"
                                .formatted(block.getKey()));
            }
        }
        return lots;
    }

    /** Published before the public value exists; lower-case hex. */
    public String commitment(byte[] secret) {
        return Digests.sha256(bound(secret));
    }

    /**
     * In alphabetical order of the States.
     *
     * @param randomness a public value that nobody could know when the commitment was published
     */
    public List<DrawnState> draw(byte[] secret, String randomness) {
        var seed = new ByteArrayOutputStream();
        seed.writeBytes(bound(secret));
        seed.write(0);
        seed.writeBytes(randomness.getBytes(UTF_8));
        var key = Digests.sha256(seed.toByteArray());
        var same = new HashMap<String, String>();
        var line = new ArrayList<String>();
        var order = new ArrayList<>(blocks().keySet());
        order.sort(lot(key, "region"));
        for (var region : order) {
            var block = new ArrayList<>(blocks().get(region));
            block.sort(lot(key, "state"));
            for (int i = 0; i < block.size(); i++) {
                same.put(block.get(i), block.get((i + 1) % block.size()));
            }
            line.addAll(block);
        }
        int step = step(key, line.size());
        var drawn = new ArrayList<DrawnState>();
        for (int i = 0; i < line.size(); i++) {
            var state = line.get(i);
            drawn.add(new DrawnState(state, same.getOrDefault(state, ""), line.get((i + step) % line.size())));
        }
        drawn.sort(Comparator.comparing(DrawnState::state));
        return List.copyOf(drawn);
    }

    /** What is published of a draw, so that two can be compared; lower-case hex. */
    public static String result(List<DrawnState> drawn) {
        var text = new StringBuilder();
        drawn.forEach(it -> text.append(it.state())
                .append(' ')
                .append(it.sameRegion())
                .append(' ')
                .append(it.otherRegion())
                .append('\n'));
        return Digests.sha256(text.toString().getBytes(UTF_8));
    }

    /**
     * Every region stands together in one line, and each State is reviewed by the one so many places on. That is another
     * region's as long as it is no fewer places than the largest region has, on either side; half the line is left out where it
     * can be, since two would review each other.
     */
    private int step(String key, int all) {
        int largest = blocks().values().stream().mapToInt(List::size).max().orElse(0);
        var steps = new TreeSet<Integer>();
        for (int step = largest; step <= all - largest; step++) {
            steps.add(step);
        }
        if (steps.size() > 1 && all % 2 == 0) {
            steps.remove(all / 2);
        }
        var number = new BigInteger(1, HexFormat.of().parseHex(drawn(key, "step", "")));
        return List.copyOf(steps)
                .get(number.mod(BigInteger.valueOf(steps.size())).intValueExact());
    }

    private TreeMap<String, List<String>> blocks() {
        var blocks = new TreeMap<String, List<String>>();
        regions.forEach((state, region) ->
                blocks.computeIfAbsent(region, it -> new ArrayList<>()).add(state));
        return blocks;
    }

    private byte[] bound(byte[] secret) {
        if (secret.length != SECRET) {
            throw new IllegalArgumentException("The secret has %d bytes".formatted(SECRET));
        }
        var bound = new ByteArrayOutputStream();
        bound.writeBytes(DOMAIN.getBytes(UTF_8));
        bound.write(0);
        bound.writeBytes(secret);
        regions.forEach((state, region) -> bound.writeBytes((state + " " + region + "\n").getBytes(UTF_8)));
        return bound.toByteArray();
    }

    private static Comparator<String> lot(String key, String what) {
        return Comparator.comparing((String it) -> drawn(key, what, it)).thenComparing(it -> it);
    }

    private static String drawn(String key, String what, String of) {
        return Digests.sha256((key + " " + what + " " + of).getBytes(UTF_8));
    }
}
