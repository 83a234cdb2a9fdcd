package org.comity.exchange;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.comity.proof.act.Act;
import org.comity.sealing.PracticeKeys;
import org.comity.sealing.Sealing;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The seal of a practice participant without the rest of its node: for acts that are right, and for forged ones. */
public final class PracticeSeal {

    private static final Map<String, Sealing> MADE = new ConcurrentHashMap<>();

    private PracticeSeal() {}

    public static Sealing of(String id) {
        return MADE.computeIfAbsent(id, PracticeSeal::make);
    }

    public static byte[] seal(String id, Act act) {
        return of(id).seal(ExchangeNode.files(act));
    }

    private static Sealing make(String id) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "practice",
                        Map.of(
                                "node.id",
                                id,
                                "node.keys",
                                PracticeKeys.folder(id).toString(),
                                "node.practice",
                                "true")));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.scan("org.comity.sealing");
        context.refresh();
        return context.getBean(Sealing.class);
    }
}
