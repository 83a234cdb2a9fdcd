package org.comity.desk;

import java.util.Optional;
import java.util.Set;
import org.comity.casework.AlarmCalls;
import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.casework.Emergencies;
import org.comity.casework.ShortActs;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.procedure.ActRole;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.ui.Alarm;
import org.comity.ui.Alarms;
import org.comity.ui.Language;
import org.comity.vocabulary.Official;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Sounds for the oldest emergency that nobody has acknowledged, on the pages of everybody who reads cases. */
@Component
class SoundingAlarm implements Alarms {

    private final ObjectProvider<Emergencies> emergencies;
    private final ObjectProvider<ShortActs> shortActs;
    private final ObjectProvider<AlarmCalls> calls;
    private final ObjectProvider<Procedures> procedures;
    private final Directory directory;
    private final CaseAccess access;
    private final Compartments compartments;

    SoundingAlarm(
            ObjectProvider<Emergencies> emergencies,
            ObjectProvider<ShortActs> shortActs,
            ObjectProvider<AlarmCalls> calls,
            ObjectProvider<Procedures> procedures,
            Directory directory,
            CaseAccess access,
            Compartments compartments) {
        this.emergencies = emergencies;
        this.shortActs = shortActs;
        this.calls = calls;
        this.procedures = procedures;
        this.directory = directory;
        this.access = access;
        this.compartments = compartments;
    }

    @Override
    public Optional<Alarm> alarm(Official official, Language language) {
        if (!access.mayRead(official)) {
            return Optional.empty();
        }
        var waiting = emergencies.getObject();
        // Nearly always there is none, and nothing else is asked.
        var oldest = waiting.oldestUnacknowledged(Set.of());
        if (oldest.isEmpty()) {
            return Optional.empty();
        }
        var hidden = compartments.hiddenFrom(official.id());
        return oldest.filter(it -> !hidden.contains(it.thread()))
                .or(() -> waiting.oldestUnacknowledged(hidden))
                .map(it -> alarm(it, waiting.unacknowledged(hidden), official, language));
    }

    private Alarm alarm(RequestRow row, int count, Official official, Language language) {
        var signs = acknowledges(row)
                .filter(it -> access.mayWrite(official) && shortActs.getObject().isShort(row, it));
        return new Alarm(
                count,
                row.reference(),
                row.address(),
                GoneParticipant.shown(directory, row.counterpart()).name(language.tag()),
                row.subject(language.tag()),
                row.openedAt(),
                signs.map(it -> "/requests/" + row.address() + "/" + it).orElse(null),
                calls.getObject()
                        .last(row.thread())
                        .map(it -> new Alarm.Call(it.who(), it.how(), it.at()))
                        .orElse(null));
    }

    /** What is offered first waits for another word of ours than that it came. */
    private Optional<String> acknowledges(RequestRow row) {
        return procedures.getObject().find(row.procedure()).stream()
                .flatMap(it -> it.acts(ActRole.ACKNOWLEDGES).stream())
                .filter(it -> it.equals(row.next()))
                .findFirst();
    }
}
