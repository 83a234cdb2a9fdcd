package org.comity.casework.providers;

import java.time.Clock;
import java.util.Map;
import org.comity.casework.CaseAccess;
import org.comity.directory.Directory;
import org.comity.ledger.Ledger;
import org.comity.procedure.RequestRow;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what officers note of providers, for requests to us; each change has its line in the domestic log. */
@Component
class WritingProviders {

    private final ProviderRows rows;
    private final CaseAccess access;
    private final Directory directory;
    private final Ledger ledger;
    private final Clock clock;

    WritingProviders(ProviderRows rows, CaseAccess access, Directory directory, Ledger ledger, Clock clock) {
        this.rows = rows;
        this.access = access;
        this.directory = directory;
        this.ledger = ledger;
        this.clock = clock;
    }

    ProvidersView view(String reference, @Nullable Long changing, Official by) {
        var row = row(reference, by);
        var part = changing == null ? null : part(row, changing);
        return view(row, part == null ? ProviderForm.EMPTY : ProviderForm.of(part), part, FormProblems.NONE);
    }

    /** As it was typed, with what is wrong. */
    ProvidersView wrong(String reference, @Nullable Long changing, ProviderForm form, Official by) {
        var row = row(reference, by);
        return view(row, form, changing == null ? null : part(row, changing), form.problems());
    }

    ProvidersView view(RequestRow row) {
        return view(row, ProviderForm.EMPTY, null, FormProblems.NONE);
    }

    private ProvidersView view(
            RequestRow row, ProviderForm form, @Nullable ProviderPart changing, FormProblems problems) {
        return new ProvidersView(
                row, rows.of(row.thread()), row.until(), directory.self().zone(), form, changing, problems);
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
