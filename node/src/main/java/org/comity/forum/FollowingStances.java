package org.comity.forum;

import java.util.Map;
import org.comity.thread.ActRegistered;
import org.comity.vocabulary.TrafficLight;
import org.springframework.stereotype.Component;

/** Lets a temperature check show what the later acts of a line say: changed, relabelled, hidden, taken back. */
@Component
class FollowingStances {

    private final StanceRows stances;

    FollowingStances(StanceRows stances) {
        this.stances = stances;
    }

    /** Nothing of a thread whose line is not here: the newest of each participant alone stands. */
    void follow(ActRegistered event) {
        stances.ofThread(event.thread().id()).ifPresent(it -> follow(it, event));
    }

    private void follow(StanceRows.Line line, ActRegistered event) {
        var light = TrafficLight.of(event.act().envelope().facts().getOrDefault("label", ""));
        // Its own label, however narrow its topic is today: that topic may be made wider again.
        var own = line.own();
        switch (event.act().envelope().type()) {
            case "correct" -> correct(line, event.act().body());
            case "narrow" -> light.filter(own::widerThan).ifPresent(it -> stances.relabel(line.id(), it));
            case "consent" -> light.filter(it -> it.widerThan(own)).ifPresent(it -> stances.relabel(line.id(), it));
            case "hide" -> stances.hide(line.id(), event.act().id());
            case "lift" -> stances.hide(line.id(), null);
            case "withdraw" -> stances.withdraw(line.id());
            default -> {
                // The others say nothing that a check shows.
            }
        }
    }

    /** What is too long changes nothing. */
    private void correct(StanceRows.Line line, Map<String, Object> body) {
        var words = PlacingActs.text(body, "text");
        if (words.length() <= ParticipantStance.LONGEST) stances.correct(line.id(), words);
    }
}
