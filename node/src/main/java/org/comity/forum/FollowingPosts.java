package org.comity.forum;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.comity.thread.ActFollower;
import org.comity.thread.ActRegistered;
import org.comity.vocabulary.CutText;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.TrafficLight;
import org.springframework.stereotype.Component;

/** Lets a room show what the acts of a contribution say: placed, changed, accepted, relabelled, hidden, taken back. */
@Component
class FollowingPosts implements ActFollower {

    private static final int LONGEST = 1_000;

    private final PlacingActs placing;
    private final FollowingStances stances;
    private final TopicRows topics;
    private final PostRows posts;
    private final ModerationRows moderations;
    private final TellingModerators telling;
    private final Clock clock;

    FollowingPosts(
            PlacingActs placing,
            FollowingStances stances,
            TopicRows topics,
            PostRows posts,
            ModerationRows moderations,
            TellingModerators telling,
            Clock clock) {
        this.placing = placing;
        this.stances = stances;
        this.topics = topics;
        this.posts = posts;
        this.moderations = moderations;
        this.telling = telling;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forum-posts";
    }

    @Override
    public void registered(ActRegistered event) {
        var thread = event.thread();
        boolean ours = placing.brings(thread.procedure()) && thread.ourRole() == Role.REQUESTED;
        var envelope = event.act().envelope();
        if (!ours || envelope.drill() || !event.entry().entry().effective()) return;
        if (envelope.type().equals("place")) {
            placing.place(thread);
            return;
        }
        // Said and not placed yet, or something kept it from being placed: there is nothing to change.
        posts.ofThread(thread.id()).ifPresentOrElse(it -> follow(it, event), () -> {
            stances.follow(event);
            telling.follow(
                    thread.id(), envelope.type(), PlacingActs.text(event.act().body(), "text"));
        });
    }

    private void follow(KeptPost post, ActRegistered event) {
        var body = event.act().body();
        var by = event.thread().counterpart();
        var id = event.act().id();
        var now = clock.instant();
        switch (event.act().envelope().type()) {
            case "correct" -> correct(post, PlacingActs.text(body, "text"), now);
            case "accept" -> accept(post, body);
            case "narrow" ->
                label(event).filter(it -> post.light().widerThan(it)).ifPresent(it -> posts.relabel(post, it));
            case "consent" ->
                label(event).filter(it -> Moderating.widens(post, it)).ifPresent(it -> {
                    moderations.consent(post, it, by, id, now);
                    posts.relabel(post, it);
                });
            case "ask-wider" ->
                label(event).ifPresent(it -> moderations.askConsent(post, it, id, PlacingActs.text(body, "text"), now));
            case "hide" -> {
                posts.hide(post.id(), now);
                moderations.add(
                        post, ModerationStep.HIDE, PlacingActs.text(body, "why"), words(body), "act:" + id, now);
            }
            case "appeal" ->
                moderations.of(post.id()).stream()
                        .filter(it -> it.action() == ModerationStep.HIDE && it.appeal() == null)
                        .findFirst()
                        .ifPresent(it -> moderations.appeal(it.id(), words(body), now, it.at()));
            case "lift", "uphold" -> decide(post, event, words(body));
            case "withdraw" -> posts.withdraw(post.id(), now);
            default -> {
                // The others say nothing that a room shows.
            }
        }
    }

    /** What no room would take changes nothing, and keeps none of the later acts, such as hiding it, from being followed. */
    void correct(KeptPost post, String text, Instant now) {
        if (post.withdrawnAt() == null && PostForm.fits(text)) {
            posts.correct(post.id(), text, CaseDataCheck.of(text), now);
        }
    }

    private void decide(KeptPost post, ActRegistered event, String words) {
        boolean lift = event.act().envelope().type().equals("lift");
        moderations.of(post.id()).stream()
                .filter(it -> it.action() == ModerationStep.HIDE && it.appealed())
                .findFirst()
                .ifPresent(it -> moderations.decide(
                        it.id(), lift, words, "act:" + event.act().id(), clock.instant()));
        if (lift) posts.hide(post.id(), null);
    }

    /** Of a question alone, and an answer of the same topic. */
    private void accept(KeptPost post, Map<String, Object> body) {
        var number = PlacingActs.text(body, "answer");
        if (!posts.opens(post) || !number.matches("[0-9]{1,18}")) return;
        posts.find(Long.parseLong(number), "")
                .filter(it -> it.topic() == post.topic() && it.id() != post.id() && !it.gone())
                .ifPresent(it -> topics.accept(post.topic(), it.id()));
    }

    private static java.util.Optional<TrafficLight> label(ActRegistered event) {
        return TrafficLight.of(event.act().envelope().facts().getOrDefault("label", ""));
    }

    static String words(Map<String, Object> body) {
        return CutText.shown(PlacingActs.text(body, "text"), LONGEST);
    }
}
