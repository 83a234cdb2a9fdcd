package org.comity.forum;

import java.util.Map;
import org.comity.ui.TypedText;

/**
 * What an officer types to add somebody to a room; kept as typed until it is right.
 *
 * @param participant may stay empty where a person is named: it is that person's
 * @param person as {@link RoomReader#person} has it; empty where the whole participant is meant
 * @param broughtBy the member that brought an observer
 */
public record MemberForm(
        String participant, String person, String role, String grouping, String broughtBy, boolean chair) {

    static final MemberForm EMPTY = new MemberForm("", "", "", "", "", false);

    static MemberForm of(Map<String, String> typed) {
        return new MemberForm(
                TypedText.clean(typed.get("participant")),
                TypedText.clean(typed.get("person")),
                TypedText.clean(typed.get("role")),
                TypedText.line(typed.get("grouping")),
                TypedText.clean(typed.get("broughtBy")),
                "yes".equals(typed.get("chair")));
    }

    boolean names() {
        return role.equals("named");
    }

    MemberForm of(String itsParticipant) {
        return new MemberForm(itsParticipant, person, role, grouping, broughtBy, chair);
    }
}
