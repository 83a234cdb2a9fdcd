package org.comity.forum;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.comity.board.HostLine;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;

/**
 * The rooms of another node, as its signed board brought them here.
 *
 * @param id of the participant whose node holds the rooms, e.g. {@code XS-1}
 * @param news when that node last signed something of it
 * @param line how this node stands with it; null where it is not followed
 * @param rooms in the order of their last contribution
 * @param all false where the board holds more than is read here
 */
public record FollowedHost(
        String id, String name, Instant news, @Nullable HostLine line, List<Room> rooms, boolean all) {

    /** Contributions of one host that a page reads, the newest. */
    public static final int MOST = 200;

    /** Nothing is said to a host that contradicted itself until that is settled. */
    public boolean stopped() {
        return line != null && !line.stopped().isEmpty();
    }

    /** A room's title by its short name. */
    public String called(String room) {
        return rooms.stream()
                .filter(it -> it.id().equals(room))
                .map(Room::title)
                .findFirst()
                .orElse(room);
    }

    /** The newest of all its rooms. */
    public List<Topic> newest(int most) {
        return rooms.stream()
                .flatMap(it -> it.topics().stream())
                .sorted((a, b) -> b.last().compareTo(a.last()))
                .limit(most)
                .toList();
    }

    /**
     * @param title the short name of the room where its own publication is not here
     * @param light null where its own publication is not here: then who may write in it is not known, and nobody does
     * @param everybody every participant may write, not only members
     * @param chatham nobody is told who said what; no act can speak in it
     * @param topics the last spoken in first
     */
    public record Room(
            String id,
            String title,
            String language,
            String terms,
            @Nullable TrafficLight light,
            boolean everybody,
            boolean chatham,
            List<Topic> topics) {

        public boolean known() {
            return light != null;
        }

        Room with(List<Topic> others) {
            return new Room(id, title, language, terms, light, everybody, chatham, others);
        }
    }

    /**
     * @param title empty where its host does not show it
     * @param light the narrowest label of what is held here of it
     * @param posts in the order in which they were said
     * @param asked participants that who opened it asked for an answer
     * @param dueOn the day by which, or the last of a temperature check
     * @param stale its host says that it is out of date
     */
    public record Topic(
            long id,
            String room,
            String title,
            @Nullable TopicKind kind,
            String language,
            TrafficLight light,
            Instant last,
            List<Post> posts,
            List<String> asked,
            @Nullable LocalDate dueOn,
            boolean stale) {

        /** As {@link KeptTopic#lines()}. */
        public List<String> lines() {
            if (kind == TopicKind.CHECK) return ParticipantStance.ALL;
            return kind == TopicKind.QUESTION && answered() ? ParticipantStance.TRIED : List.of();
        }

        public boolean answered() {
            return accepted().isPresent();
        }

        Optional<Post> accepted() {
            return posts.stream().filter(Post::accepted).findFirst();
        }
    }

    /**
     * @param by the participant, or under the Chatham House Rule its group; empty where nobody is named
     * @param act its publication, of which this node holds the proof
     */
    public record Post(
            long id,
            String by,
            Instant at,
            String language,
            String text,
            TrafficLight light,
            boolean accepted,
            String act) {}
}
