package org.comity.bench;

import java.util.Arrays;
import java.util.Collection;

/** Answers which of many measured numbers stands at a rank. */
record Percentiles(double[] sorted) {

    Percentiles {
        sorted = sorted.clone();
        Arrays.sort(sorted);
    }

    static Percentiles of(Collection<Double> numbers) {
        return new Percentiles(numbers.stream().mapToDouble(Double::doubleValue).toArray());
    }

    double median() {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** The smallest number that so many percent do not exceed. */
    double percentile(int percent) {
        return sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
    }

    double least() {
        return sorted[0];
    }

    double most() {
        return sorted[sorted.length - 1];
    }
}
