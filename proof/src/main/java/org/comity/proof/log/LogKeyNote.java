package org.comity.proof.log;

import java.security.PublicKey;

/**
 * By which a participant's seal key certifies the software key of one of its logs.
 *
 * @param participant e.g. {@code XA-1}, under whose name the seal key signs the note
 * @param key whose name begins with {@code comity/}, the participant, and a slash
 */
public record LogKeyNote(String participant, NoteKey key) {

    private static final String FORMAT = "comity-log-key/1";

    public static String origin(String participant, String log) {
        return "comity/%s/%s".formatted(participant, log);
    }

    public String text() {
        return "%s\n%s\n%s\n".formatted(FORMAT, participant, key.text());
    }

    /** Code {@code log-key} if the note is none; who signed it is still to be asked. */
    public static LogKeyNote read(Note note) {
        var lines = note.text().split("\n", -1);
        if (lines.length != 4 || !lines[0].equals(FORMAT) || !lines[3].isEmpty()) {
            throw new UnreadableNote("log-key", "form");
        }
        var key = NoteKey.read(lines[2]);
        if (!key.name().startsWith(origin(lines[1], ""))) {
            throw new UnreadableNote("log-key", "origin");
        }
        return new LogKeyNote(lines[1], key);
    }

    public static boolean certifies(Note note, String participant, PublicKey seal) {
        return note.signedBy(NoteKey.ecdsa(participant, seal));
    }
}
