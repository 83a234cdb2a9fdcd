package org.comity.identity.rota;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.comity.identity.DutyRota;
import org.comity.identity.person.Person;
import org.comity.ledger.Ledger;
import org.comity.ui.FormProblems;
import org.jspecify.annotations.Nullable;

/**
 * The rota as one reader sees it.
 *
 * @param now null where no rota is kept
 * @param laid the coming four weeks
 * @param gaps nobody is on duty; {@code doubles} several are
 * @param unreachable names of officers with shifts whom the alarm cannot tell
 * @param people by id
 * @param officers who may be on duty
 * @param addressed whose address the reader may see
 * @param typed the shift being entered, {@code address} the address
 * @param keeps the reader may change it
 */
// More than twelve: its template shows each.
public record RotaView(
        DutyRota.@Nullable Now now,
        ZoneId zone,
        Instant until,
        List<DutyShift> shifts,
        List<ShiftOfDay> laid,
        List<RotaStretch> gaps,
        List<RotaStretch> doubles,
        List<String> unreachable,
        Map<String, Person> people,
        List<Person> officers,
        List<Person> addressed,
        Map<String, DutyAddress> addresses,
        TypedShift typed,
        DutyAddress address,
        FormProblems problems,
        boolean keeps,
        List<Ledger.Line> record) {

    /** Of gaps and double shifts; the table shows the others. */
    public static final int SHOWN = 10;

    public String name(@Nullable String officer) {
        var person = officer == null ? null : people.get(officer);
        return person == null ? String.valueOf(officer) : person.name();
    }

    public String names(RotaStretch stretch) {
        return String.join(", ", stretch.officers().stream().map(this::name).toList());
    }

    /**
     * One shift, what changes it, and what is typed.
     *
     * @param lastDay as typed into the form that ends it
     */
    public record OfShift(
            DutyShift shift,
            String name,
            List<ShiftChange> changes,
            Map<String, String> names,
            List<Person> officers,
            TypedChange typed,
            String lastDay,
            FormProblems problems,
            FormProblems ending) {}
}
