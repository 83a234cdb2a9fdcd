package org.comity.sealing;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.comity.TemporaryFolders;

/** Key folders of practice participants under one practice authority, made once for a whole test run. */
public final class PracticeKeys {

    private static final Path ROOT = TemporaryFolders.folder("keys");
    private static final KeyCeremony CEREMONY = new KeyCeremony(Clock.systemUTC());
    private static final Map<String, Path> MADE = new ConcurrentHashMap<>();

    private PracticeKeys() {}

    /** The key folder of a participant, e.g. {@code XA-1}: give it to a node as {@code node.keys}. */
    public static Path folder(String participant) {
        return MADE.computeIfAbsent(participant, PracticeKeys::make);
    }

    /** The practice authority that certified them all. */
    public static synchronized PracticeAuthority authority() {
        return CEREMONY.practiceAuthority(ROOT.resolve("authority"));
    }

    /** Its root as PEM, for other people's tools. */
    public static Path caPem() {
        authority();
        return ROOT.resolve("authority/ca.pem");
    }

    /** Where the recovery key of a participant went. */
    public static Path recovery(String participant) {
        folder(participant);
        return ROOT.resolve(participant + "-recovery");
    }

    private static synchronized Path make(String participant) {
        var keys = ROOT.resolve(participant);
        CEREMONY.practise(
                new KeyCeremony.Plan(participant, List.of(), keys, ROOT.resolve(participant + "-recovery")),
                authority());
        return keys;
    }
}
