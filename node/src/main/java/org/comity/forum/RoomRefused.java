package org.comity.forum;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** What cannot be done in a room as it stands; nothing was changed. */
final class RoomRefused extends RuleBroken {

    private RoomRefused(String code) {
        super(code, Map.of());
    }

    /** Not there, or not for this reader: the same answer. */
    static RoomRefused unknown() {
        return new RoomRefused("forum.unknown");
    }

    static RoomRefused forbidden() {
        return new RoomRefused("forum.forbidden");
    }

    static RoomRefused taken() {
        return new RoomRefused("forum.taken");
    }

    static RoomRefused secondOfficer() {
        return new RoomRefused("forum.second-officer-must-differ");
    }

    static RoomRefused decided() {
        return new RoomRefused("forum.decided");
    }

    static RoomRefused notYours() {
        return new RoomRefused("forum.not-yours");
    }

    static RoomRefused noConsent() {
        return new RoomRefused("forum.no-consent");
    }

    static RoomRefused label() {
        return new RoomRefused("forum.label");
    }

    static RoomRefused incomplete() {
        return new RoomRefused("forum.incomplete");
    }

    static RoomRefused unknownParticipant() {
        return new RoomRefused("forum.unknown-participant");
    }

    static RoomRefused notPlaceable() {
        return new RoomRefused("forum.not-placeable");
    }

    /** Its author hears of nothing but acts. */
    static RoomRefused byAct() {
        return new RoomRefused("forum.by-act");
    }

    static RoomRefused sameModerator() {
        return new RoomRefused("forum.third-moderator");
    }

    static RoomRefused toldEnough() {
        return new RoomRefused("forum.told-enough");
    }

    static RoomRefused translations() {
        return new RoomRefused("forum.translations-full");
    }
}
