package org.comity.casework.evidence;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.evidence.EvidenceCases;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.procedure.UseLimits;
import org.comity.ui.Language;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Who may read a request sees its items. */
@Component
class CasesOfEvidence implements EvidenceCases {

    private final Requests requests;
    private final CaseAccess access;
    private final UseLimits limits;
    private final Compartments compartments;

    CasesOfEvidence(Requests requests, CaseAccess access, UseLimits limits, Compartments compartments) {
        this.requests = requests;
        this.access = access;
        this.limits = limits;
        this.compartments = compartments;
    }

    @Override
    public boolean mayRead(Official by) {
        return access.mayRead(by);
    }

    @Override
    public Optional<Case> byReference(String reference, Official by) {
        return mayRead(by) ? access.find(reference, by).map(CasesOfEvidence::named) : Optional.empty();
    }

    @Override
    public Optional<Case> byThread(String thread, Official by) {
        return mayRead(by)
                ? requests.ofThread(thread)
                        .filter(it -> !compartments.hides(it.thread(), by))
                        .map(CasesOfEvidence::named)
                : Optional.empty();
    }

    @Override
    public List<Case> byThreads(Collection<String> threads, Official by) {
        return mayRead(by)
                ? compartments.seen(requests.ofThreads(threads), RequestRow::thread, by.id()).stream()
                        .map(CasesOfEvidence::named)
                        .toList()
                : List.of();
    }

    @Override
    public void leaves(Case of, String what, String use, String words, Official by) {
        limits.confirm(access.row(of.reference(), by), new UseLimits.Confirmed(use, words), what, by);
    }

    @Override
    public Optional<String> asksUse(Case of, String what, Official by) {
        return limits.of(access.row(of.reference(), by), Language.ENGLISH)
                .filter(UseLimits.UseLimit::binds)
                .map(it -> "/requests/" + of.reference() + "/export?what=" + what);
    }

    @Override
    public List<Limit> limits(Collection<String> threads, Official by) {
        return mayRead(by) ? limits.lines(compartments.seen(threads, Function.identity(), by.id())) : List.of();
    }

    @Override
    public Set<String> hidden(Official by) {
        return compartments.hiddenFrom(by.id());
    }

    @Override
    public Set<String> closed() {
        return compartments.hiddenFrom(Compartments.ANYBODY);
    }

    @Override
    public Predicate<Official> seeing(Collection<String> threads) {
        var seeing = compartments.readers(threads);
        return by -> seeing.test(by.id());
    }

    @Override
    public Set<String> hiddenReferences(Official by) {
        var hidden = hidden(by);
        return hidden.isEmpty()
                ? Set.of()
                : requests.ofThreads(hidden).stream().map(RequestRow::reference).collect(Collectors.toSet());
    }

    private static Case named(RequestRow row) {
        return new Case(row.thread(), row.address());
    }
}
