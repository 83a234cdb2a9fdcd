package org.comity.intelligence;

import java.util.List;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.intelligence.stix.WritingBundles.NamedIdentifier;
import org.comity.procedure.form.Identifier;
import org.comity.thread.Threads.KeptAct;
import org.springframework.stereotype.Component;

/** Finds what accounts and addresses an act names, and who named them. */
@Component
class NamingIdentifiers {

    private final Directory directory;

    NamingIdentifiers(Directory directory) {
        this.directory = directory;
    }

    List<NamedIdentifier> in(KeptAct act) {
        var author = act.envelope().author();
        var name = "%s (%s)".formatted(GoneParticipant.shown(directory, author).name("en"), author);
        return Identifier.allIn(act.body()).stream()
                .map(it -> new NamedIdentifier(
                        it, act.id(), author, name, act.envelope().time()))
                .toList();
    }
}
