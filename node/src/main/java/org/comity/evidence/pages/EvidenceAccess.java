package org.comity.evidence.pages;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.comity.evidence.Evidence;
import org.comity.evidence.EvidenceCases;
import org.comity.evidence.EvidenceCases.Case;
import org.comity.evidence.EvidenceCases.Limit;
import org.comity.evidence.Item;
import org.comity.evidence.SeenItems;
import org.comity.evidence.disk.Disk.Folder;
import org.comity.evidence.disk.Disk.Work;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who sees an item: whoever may read its case. One that belongs to no case is its custodian's alone. Only a custodian adds
 * and matches.
 */
@Component
class EvidenceAccess implements SeenItems {

    private final Evidence evidence;
    private final ObjectProvider<EvidenceCases> cases;

    EvidenceAccess(Evidence evidence, ObjectProvider<EvidenceCases> cases) {
        this.evidence = evidence;
        this.cases = cases;
    }

    void mustRead(Official by) {
        if (cases.stream().noneMatch(it -> it.mayRead(by))) throw new NotYours();
    }

    boolean keeps(Official by) {
        return by.holds(Duty.CUSTODIAN);
    }

    /** Holds and frees items by law: their custodian, and the lawyer. */
    boolean holdsByLaw(Official by) {
        return keeps(by) || by.holds(Duty.LAWYER);
    }

    void mustHoldByLaw(Official by) {
        mustRead(by);
        if (!holdsByLaw(by)) throw new NotYours();
    }

    /** Prints an item's custody: whoever may read its case and answers for it, custodian or lawyer. */
    boolean prints(Official by) {
        return keeps(by) || by.holds(Duty.LAWYER);
    }

    void mustPrint(Official by) {
        mustRead(by);
        if (!prints(by)) throw new NotYours();
    }

    void mustKeep(Official by) {
        mustRead(by);
        if (!keeps(by)) throw new NotYours();
    }

    Case byReference(String reference, Official by) {
        mustRead(by);
        return cases.stream()
                .flatMap(it -> it.byReference(reference, by).stream())
                .findFirst()
                .orElseThrow(Unknown::new);
    }

    /** Nothing leaves but within a use that is named, where a limit binds us. */
    void leaves(Case of, String what, Within within, Official by) {
        cases.forEach(it -> it.leaves(of, what, within.use(), within.words(), by));
    }

    /** Of an item that belongs to no case nothing is asked. */
    void leaves(Item item, String piece, Within within, Official by) {
        caseOf(item, by).ifPresent(it -> leaves(it, EvidenceCases.of(item, piece), within, by));
    }

    /** Where the use is named, if it has to be and is not. */
    Optional<String> asksUse(Case of, String what, Within within, Official by) {
        return within.said()
                ? Optional.empty()
                : cases.stream()
                        .flatMap(it -> it.asksUse(of, what, by).stream())
                        .findFirst();
    }

    Optional<String> asksUse(Item item, String piece, Within within, Official by) {
        return caseOf(item, by).flatMap(it -> asksUse(it, EvidenceCases.of(item, piece), within, by));
    }

    @Override
    public Optional<Case> caseOf(Item item, Official by) {
        return Optional.ofNullable(item.thread()).flatMap(it -> byThread(it, by));
    }

    Optional<Case> byThread(String thread, Official by) {
        return cases.stream().flatMap(it -> it.byThread(thread, by).stream()).findFirst();
    }

    /** The cases of a page of items, by item, all in one look; an item without one is not in it. */
    Map<UUID, Case> ofItems(Collection<Item> items, Official by) {
        var threads = items.stream().map(Item::thread).filter(Objects::nonNull).collect(Collectors.toSet());
        if (threads.isEmpty()) return Map.of();
        var found = cases.stream()
                .flatMap(it -> it.byThreads(threads, by).stream())
                .collect(Collectors.toMap(Case::thread, Function.identity(), (first, second) -> first));
        return items.stream()
                .filter(it -> it.thread() != null && found.containsKey(it.thread()))
                .collect(Collectors.toMap(Item::id, it -> found.get(it.thread())));
    }

    @Override
    public Item item(UUID id, Official by) {
        mustRead(by);
        return evidence.item(id).filter(it -> seen(it, by)).orElseThrow(Unknown::new);
    }

    @Override
    public Set<String> hidden(Official by) {
        return cases.stream().flatMap(it -> it.hidden(by).stream()).collect(Collectors.toSet());
    }

    @Override
    public Set<String> closed() {
        return cases.stream().flatMap(it -> it.closed().stream()).collect(Collectors.toSet());
    }

    @Override
    public Predicate<Official> seeing(Collection<String> threads) {
        return cases.stream()
                .map(it -> it.seeing(threads))
                .reduce(Predicate::and)
                .orElse(_ -> true);
    }

    /**
     * What is written into a folder of the disk is named after its request; a folder of another name is closed with the
     * request into which it was brought.
     */
    List<Folder> seen(List<Folder> folders, List<Work> works, Official by) {
        var closed = closed(works, by);
        return shown(folders, Folder::name, by).stream()
                .filter(it -> !closed.contains(it.name()))
                .toList();
    }

    List<Work> seenWorks(List<Work> works, Official by) {
        var closed = closed(works, by);
        return shown(works, Work::folder, by).stream()
                .filter(it -> !closed.contains(it.folder()))
                .toList();
    }

    /** @throws Unknown if it is closed to this official with its request */
    void mustSee(String folder, List<Work> works, Official by) {
        if (shown(List.of(folder), Function.identity(), by).isEmpty()
                || closed(works, by).contains(folder)) {
            throw new Unknown();
        }
    }

    /** Folders that were for a request which is closed to this official. */
    private Set<String> closed(List<Work> works, Official by) {
        var hidden = works.isEmpty() ? Set.<String>of() : hidden(by);
        return works.stream()
                .filter(it -> it.thread() != null && hidden.contains(it.thread()))
                .map(Work::folder)
                .collect(Collectors.toSet());
    }

    private <T> List<T> shown(List<T> all, Function<T, String> folder, Official by) {
        var hidden =
                cases.stream().flatMap(it -> it.hiddenReferences(by).stream()).collect(Collectors.toSet());
        return all.stream()
                .filter(it -> hidden.stream().noneMatch(folder.apply(it)::contains))
                .toList();
    }

    @Override
    public List<Limit> limits(Collection<@Nullable String> threads, Official by) {
        var named = threads.stream().filter(Objects::nonNull).collect(Collectors.toSet());
        return named.isEmpty()
                ? List.of()
                : cases.stream().flatMap(it -> it.limits(named, by).stream()).toList();
    }

    /** Of one request, if it is known. */
    List<Limit> limits(String reference, Official by) {
        var thread = cases.stream()
                .flatMap(it -> it.byReference(reference, by).stream())
                .map(Case::thread)
                .findFirst();
        return limits(thread.stream().toList(), by);
    }

    private boolean seen(Item item, Official by) {
        var thread = item.thread();
        return thread == null ? keeps(by) : byThread(thread, by).isPresent();
    }

    /** Within which use something leaves, and for what; both may be empty. */
    record Within(String use, String words) {

        boolean said() {
            return !use.isBlank() && !words.isBlank();
        }
    }

    static final class NotYours extends RuleBroken {
        NotYours() {
            super("evidence.forbidden", Map.of());
        }
    }

    static final class Unknown extends RuleBroken {
        Unknown() {
            super("evidence.unknown", Map.of());
        }
    }
}
