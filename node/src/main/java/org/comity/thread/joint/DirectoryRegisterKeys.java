package org.comity.thread.joint;

import java.time.Clock;
import org.comity.directory.Directory;
import org.comity.directory.Directory.Term;
import org.comity.directory.Participant;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.sealing.Sealing;
import org.comity.vocabulary.ParticipantKind;
import org.springframework.stereotype.Component;

/** Finds register keys in the directory: those of every version of an entry that was ever in force here (R124). */
@Component
class DirectoryRegisterKeys implements RegisterKeys {

    private final Directory directory;
    private final Sealing sealing;
    private final Clock clock;

    DirectoryRegisterKeys(Directory directory, Sealing sealing, Clock clock) {
        this.directory = directory;
        this.sealing = sealing;
        this.clock = clock;
    }

    @Override
    public String self() {
        return directory.self().id();
    }

    @Override
    public String network() {
        return directory.network();
    }

    @Override
    public ParticipantKind kind(String participant) {
        return directory.find(participant).map(Participant::kind).orElse(ParticipantKind.CONTACT_POINT);
    }

    @Override
    public boolean hasNode(String participant) {
        return directory.find(participant).filter(Participant::hasNode).isPresent();
    }

    @Override
    public boolean carriesOut(String participant, String procedure) {
        var node = directory.find(participant).map(Participant::node).orElse(null);
        return node == null || node.procedures().contains(procedure);
    }

    @Override
    public SignedEntry sign(Entry entry) {
        return new SignedEntry(entry, sealing.signEntry(entry.json()));
    }

    @Override
    public boolean signed(String keeper, SignedEntry entry) {
        return directory.terms(keeper).stream()
                .filter(it -> !it.revokedAt(clock.instant()))
                .map(Term::register)
                .distinct()
                .anyMatch(it -> entry.signedBy(it.getPublicKey()));
    }

    @Override
    public void lookAgain(String keeper) {
        directory.lookAgain(keeper);
    }
}
