package org.comity.bench;

import java.util.List;
import java.util.stream.Stream;

/**
 * What an evidence run is to measure.
 *
 * @param megabytes sizes of the files, smallest first
 * @param generated MB of an item that is generated and kept nowhere, in place of the files; 0 for the files
 * @param rounds of each size, ours and theirs in turns
 */
record EvidencePlan(List<Integer> megabytes, int generated, int rounds, long seed) {

    private static final int SMALLEST = 64;
    private static final int LARGEST = 1_000_000;

    EvidencePlan {
        BenchOptions.within("--largest", megabytes.getLast(), SMALLEST, LARGEST);
        if (generated != 0) BenchOptions.within("--generated", generated, SMALLEST, LARGEST);
        BenchOptions.within("--rounds", rounds, 1, 100);
        megabytes = List.copyOf(megabytes);
    }

    /** 64 MB, 1 GB and 8 GB, as far as {@code --largest} (in MB) goes. */
    static EvidencePlan of(BenchOptions given) {
        int largest = (int) given.take("--largest", 8192);
        var sizes = Stream.concat(Stream.of(SMALLEST, 1024, 8192).filter(it -> it < largest), Stream.of(largest));
        return new EvidencePlan(
                sizes.toList(),
                (int) given.take("--generated", 0),
                (int) given.take("--rounds", 5),
                given.take("--seed", System.nanoTime()));
    }
}
