package org.comity.casework.providers;

import gg.jte.TemplateEngine;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.casework.BesideDraft;
import org.comity.casework.ThreadCard.Card;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.directory.ProviderNotes;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.Draft;
import org.comity.procedure.Procedures;
import org.comity.vocabulary.ParticipantKind;
import org.springframework.stereotype.Component;

/** Says beside what is written to a service provider what it keeps, how it is served, and whose the named addresses are. */
@Component
class ProviderBesideDraft implements BesideDraft {

    private final TemplateEngine templates;
    private final ProviderNotes notes;
    private final FindingOwners owners;
    private final Directory directory;
    private final Procedures procedures;
    private final Clock clock;

    ProviderBesideDraft(
            TemplateEngine templates,
            ProviderNotes notes,
            FindingOwners owners,
            Directory directory,
            Procedures procedures,
            Clock clock) {
        this.templates = templates;
        this.notes = notes;
        this.owners = owners;
        this.directory = directory;
        this.procedures = procedures;
        this.clock = clock;
    }

    @Override
    public Optional<Card> card(Draft draft) {
        return provider(draft).map(it -> {
            var shown = new HashMap<String, Object>();
            shown.put("provider", it);
            shown.put("notes", notes.of(it.id()));
            owners.of(draft.body()).ifPresent(found -> shown.put("owners", found));
            return Card.of(templates, "casework/providers/draft.jte", shown);
        });
    }

    @Override
    public List<Pointed> pointed(Draft draft) {
        return provider(draft)
                .map(it -> ShorterKept.pointed(notes.of(it.id()), asked(draft), draft.body(), clock.instant()))
                .orElse(List.of());
    }

    private Set<String> asked(Draft draft) {
        return procedures
                .of(draft.procedure())
                .serving()
                .map(it -> it.asksKept(draft.body()))
                .orElse(Set.of());
    }

    private Optional<Participant> provider(Draft draft) {
        return draft.opens()
                ? directory.find(draft.counterpart()).filter(it -> it.kind() == ParticipantKind.PROVIDER)
                : Optional.empty();
    }
}
