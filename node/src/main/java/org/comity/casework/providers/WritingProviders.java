package org.comity.casework.providers;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.CaseAccess;
import org.comity.directory.Directory;
import org.comity.ledger.Ledger;
import org.comity.procedure.RequestRow;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what officers note of providers, for requests to us; each change has its line in the domestic log. */
@Component
class WritingProviders {

    private final ProviderRows rows;
    private final StandingItems standing;
    private final CaseAccess access;
    private final Directory directory;
    private final Ledger ledger;
    private final Clock clock;

    WritingProviders(
            ProviderRows rows,
            StandingItems standing,
            CaseAccess access,
            Directory directory,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.standing = standing;
        this.access = access;
        this.directory = directory;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param answered the place among all that stands there of an answer that is to be noted otherwise; null for none */
    ProvidersView view(
            String reference, @Nullable Long changing, @Nullable Integer answered, Official by, Language language) {
        var row = row(reference, by);
        var items = standing.of(row.thread());
        var part = changing == null ? null : part(row, changing);
        var form = place(items, part, answered)
                .map(it -> it.form(language.tag(), directory.self().zone()))
                .orElse(ProviderForm.EMPTY);
        return view(row, items, form, part, FormProblems.NONE);
    }

    private static Optional<StandingItem> place(
            List<StandingItem> items, @Nullable ProviderPart part, @Nullable Integer answered) {
        if (part != null)
            return items.stream().filter(it -> part.equals(it.noted())).findFirst();
        return answered == null || answered < 0
                ? Optional.empty()
                : items.stream().skip(answered).findFirst().filter(it -> it.noted() == null);
    }

    /** As it was typed, with what is wrong. */
    ProvidersView wrong(String reference, @Nullable Long changing, ProviderForm form, Official by) {
        var row = row(reference, by);
        var part = changing == null ? null : part(row, changing);
        return view(row, standing.of(row.thread()), form, part, form.problems());
    }

    ProvidersView view(RequestRow row) {
        return view(row, standing.of(row.thread()), ProviderForm.EMPTY, null, FormProblems.NONE);
    }

    private ProvidersView view(
            RequestRow row,
            List<StandingItem> items,
            ProviderForm form,
            @Nullable ProviderPart changing,
            FormProblems problems) {
        return new ProvidersView(row, items, row.until(), directory.self().zone(), form, changing, problems);
    }

    @Transactional
    void add(String reference, ProviderForm form, Official by) {
        var row = row(reference, by);
        if (!rows.add(row.thread(), form, by.id(), clock.instant())) {
            throw ProvidersRefused.tooMany();
        }
        ledger.record(by, "provider-part.added", row.thread(), Map.of("status", form.status()));
    }

    @Transactional
    void change(String reference, long id, int version, ProviderForm form, Official by) {
        var row = row(reference, by);
        part(row, id);
        if (!rows.change(row.thread(), id, version, form, by.id(), clock.instant())) {
            throw ProvidersRefused.changedMeanwhile();
        }
        ledger.record(by, "provider-part.changed", row.thread(), Map.of("status", form.status()));
    }

    private RequestRow row(String reference, Official by) {
        access.mustWrite(by);
        var row = access.row(reference, by);
        if (row.ourRole() != Role.REQUESTED) {
            throw ProvidersRefused.unknown();
        }
        return row;
    }

    private ProviderPart part(RequestRow row, long id) {
        return rows.find(row.thread(), id).orElseThrow(ProvidersRefused::unknown);
    }
}
