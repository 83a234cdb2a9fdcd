package org.comity.bench;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.proof.act.JointThread;
import org.comity.proof.register.Entry;

/**
 * Compares what nodes hold with what their officers were told.
 *
 * @param lost acts approved, not registered on each node that has its thread
 * @param twice acts with more than one entry on a node
 * @param diverged threads whose entries are not the same on these nodes, or do not stand the independent check
 * @param unasked acts registered though no officer pressed for them
 */
public record NodeComparison(int threads, int acts, int lost, int twice, int diverged, int unasked) {

    private static final int UUID = 36;

    public static NodeComparison of(Set<String> approved, Collection<ThreadCopy> one, Collection<ThreadCopy> other) {
        return of(approved, approved, one, other);
    }

    /** @param pressed acts that somebody approved, also where no answer came */
    public static NodeComparison of(
            Set<String> approved, Set<String> pressed, Collection<ThreadCopy> one, Collection<ThreadCopy> other) {
        return of(approved, pressed, List.of(one, other));
    }

    /** @param nodes what each of them holds; a joint thread is on all of them, any other on two */
    public static NodeComparison of(
            Set<String> approved, Set<String> pressed, List<? extends Collection<ThreadCopy>> nodes) {
        var registers = nodes.stream().map(NodeComparison::registered).toList();
        var threads = nodes.stream().flatMap(Collection::stream).collect(Collectors.groupingBy(ThreadCopy::thread));
        var holders = new TreeMap<String, Integer>();
        threads.forEach((thread, copies) -> copies.stream()
                .flatMap(it -> it.entries().stream())
                .forEach(it -> holders.put(it.act(), holders(thread, nodes.size()))));
        return new NodeComparison(
                threads.size(),
                approved.size(),
                count(approved, it -> on(it, registers) < holders.getOrDefault(it, 2)),
                count(holders.keySet(), it -> registers.stream().anyMatch(all -> all.getOrDefault(it, 0L) > 1)),
                count(threads.keySet(), it -> diverged(threads.getOrDefault(it, List.of()), holders(it, nodes.size()))),
                count(holders.keySet(), it -> !pressed.contains(it)));
    }

    private static int holders(String thread, int nodes) {
        return thread.length() == UUID && JointThread.isNameOf(thread) ? nodes : 2;
    }

    private static long on(String act, List<Map<String, Long>> registers) {
        return registers.stream().filter(it -> it.containsKey(act)).count();
    }

    private static boolean diverged(List<ThreadCopy> copies, int holders) {
        return copies.size() != holders
                || copies.stream().map(ThreadCopy::hashes).distinct().count() != 1
                || copies.stream().anyMatch(it -> !it.sound());
    }

    public boolean holds() {
        return acts > 0 && lost + twice + diverged + unasked == 0;
    }

    private static Map<String, Long> registered(Collection<ThreadCopy> copies) {
        return copies.stream()
                .flatMap(it -> it.entries().stream())
                .collect(Collectors.groupingBy(Entry::act, Collectors.counting()));
    }

    private static int count(Set<String> all, Function<String, Boolean> which) {
        return (int) all.stream().filter(which::apply).count();
    }
}
