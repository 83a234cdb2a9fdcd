package org.comity.intelligence;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.comity.casework.CaseAccess;
import org.comity.casework.Drafts;
import org.comity.directory.Directory;
import org.comity.intelligence.stix.WritingBundles;
import org.comity.intelligence.stix.WritingBundles.NamedIdentifier;
import org.comity.procedure.ActRole;
import org.comity.procedure.Draft;
import org.comity.procedure.Procedures;
import org.comity.procedure.form.Identifier;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.TrafficLight;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Attaches to what is being written, as a STIX bundle, the accounts and addresses that it names. */
@Component
class AttachingIndicators {

    private static final String NAME = "indicators.json";

    private final Drafts drafts;
    private final Procedures procedures;
    private final WritingBundles writing;
    private final Directory directory;
    private final CaseAccess access;
    private final Clock clock;

    AttachingIndicators(
            Drafts drafts,
            Procedures procedures,
            WritingBundles writing,
            Directory directory,
            CaseAccess access,
            Clock clock) {
        this.drafts = drafts;
        this.procedures = procedures;
        this.writing = writing;
        this.directory = directory;
        this.access = access;
        this.clock = clock;
    }

    /** It is an act with which indicators go, and names something that a bundle can hold. */
    boolean offered(Draft draft) {
        return draft.status() == Draft.Status.WRITING
                && procedures.of(draft.procedure()).acts(ActRole.TELLS).contains(draft.type())
                && bundle(draft, TrafficLight.AMBER).named() > 0;
    }

    Draft shown(String id, Official by) {
        access.mustWrite(by);
        return Optional.of(drafts.get(id)).filter(this::offered).orElseThrow(IndicatorsRefused::new);
    }

    @Transactional
    void attach(String id, TrafficLight light, Official by) {
        var draft = shown(id, by);
        drafts.attach(id, NAME, "application/stix+json", bundle(draft, light).json(), by);
    }

    private WritingBundles.WrittenBundle bundle(Draft draft, TrafficLight light) {
        var self = directory.self();
        var name = "%s (%s)".formatted(self.name("en"), self.id());
        List<NamedIdentifier> named = Identifier.allIn(draft.body()).stream()
                .map(it -> new NamedIdentifier(it, draft.id(), self.id(), name, clock.instant()))
                .toList();
        return writing.write(draft.id() + " " + light.word(), named, light);
    }
}
