package org.comity.bench;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.proof.Entry;

/**
 * Compares what two nodes hold with what their officers were told.
 *
 * @param lost acts approved, not registered on both nodes
 * @param twice acts with more than one entry on a node
 * @param diverged threads whose entries are not the same on both nodes, or do not stand the independent check
 * @param unasked acts registered though no officer pressed for them
 */
public record NodeComparison(int threads, int acts, int lost, int twice, int diverged, int unasked) {

    public static NodeComparison of(Set<String> approved, Collection<ThreadCopy> one, Collection<ThreadCopy> other) {
        return of(approved, approved, one, other);
    }

    /** @param pressed acts that somebody approved, also where no answer came */
    public static NodeComparison of(
            Set<String> approved, Set<String> pressed, Collection<ThreadCopy> one, Collection<ThreadCopy> other) {
        var here = registered(one);
        var there = registered(other);
        return new NodeComparison(
                threads(one, other).size(),
                approved.size(),
                count(approved, it -> !here.containsKey(it) || !there.containsKey(it)),
                count(together(here, there), it -> here.getOrDefault(it, 0L) > 1 || there.getOrDefault(it, 0L) > 1),
                diverged(one, other),
                count(together(here, there), it -> !pressed.contains(it)));
    }

    public boolean holds() {
        return acts > 0 && lost + twice + diverged + unasked == 0;
    }

    private static Map<String, Long> registered(Collection<ThreadCopy> copies) {
        return copies.stream()
                .flatMap(it -> it.entries().stream())
                .collect(Collectors.groupingBy(Entry::act, Collectors.counting()));
    }

    private static int diverged(Collection<ThreadCopy> one, Collection<ThreadCopy> other) {
        return count(
                threads(one, other),
                thread -> !hashes(one, thread).equals(hashes(other, thread))
                        || Stream.concat(one.stream(), other.stream())
                                .anyMatch(it -> it.thread().equals(thread) && !it.sound()));
    }

    private static List<List<String>> hashes(Collection<ThreadCopy> copies, String thread) {
        return copies.stream()
                .filter(it -> it.thread().equals(thread))
                .map(ThreadCopy::hashes)
                .toList();
    }

    private static Set<String> threads(Collection<ThreadCopy> one, Collection<ThreadCopy> other) {
        return Stream.concat(one.stream(), other.stream())
                .map(ThreadCopy::thread)
                .collect(Collectors.toSet());
    }

    private static Set<String> together(Map<String, Long> one, Map<String, Long> other) {
        var all = new TreeSet<>(one.keySet());
        all.addAll(other.keySet());
        return all;
    }

    private static int count(Set<String> all, Function<String, Boolean> which) {
        return (int) all.stream().filter(which::apply).count();
    }
}
