package org.comity.forum;

import java.util.Map;
import java.util.Optional;
import org.comity.ui.TypedText;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.SharingChannel;
import org.comity.vocabulary.SharingRole;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says by mail what a page would take; what the checker warns of, only a page takes, since there one looks at it. */
@Component
@Transactional
class SpeakingByMail implements AnswersByMail {

    private final RoomRows rooms;
    private final TopicRows topics;
    private final PostRows posts;
    private final RoomAccess access;
    private final RoomReaders readers;
    private final WritingPosts speaking;

    SpeakingByMail(
            RoomRows rooms,
            TopicRows topics,
            PostRows posts,
            RoomAccess access,
            RoomReaders readers,
            WritingPosts speaking) {
        this.rooms = rooms;
        this.topics = topics;
        this.posts = posts;
        this.access = access;
        this.readers = readers;
        this.speaking = speaking;
    }

    /** Not under the Chatham House Rule: the machines that a mail passes write down who sent it. */
    @Override
    @Transactional(readOnly = true)
    public Optional<Place> place(Official by, long post) {
        var reader = readers.of(by);
        var readable = access.readable(reader, SharingChannel.MAIL);
        var answered = posts.find(post, readable).filter(it -> !it.gone());
        var topic = answered.flatMap(it -> topics.find(it.topic(), readable));
        var room =
                topic.flatMap(it -> rooms.find(it.room())).filter(it -> !it.chatham() && access.mayWrite(reader, it));
        if (answered.isEmpty() || topic.isEmpty() || room.isEmpty()) return Optional.empty();
        var light = answered.get().light().narrower(topic.get().light());
        return light.allows(SharingRole.PARTICIPANT, SharingChannel.MAIL)
                        && PostForm.labels(room.get()).contains(light)
                ? Optional.of(new Place(
                        topic.get().id(),
                        room.get().title(),
                        topic.get().title(),
                        light,
                        topic.get().language()))
                : Optional.empty();
    }

    @Override
    public String problem(Place place, String text) {
        var form = form(place, text);
        if (form.text().isEmpty()) return "empty";
        if (!PostForm.fits(form.text())) return "long";
        return form.warned().isEmpty() ? "" : "warned";
    }

    @Override
    public long say(Official by, Place place, String text) {
        return speaking.reply(place.topic(), form(place, text), PostSource.MAIL, readers.of(by));
    }

    private static PostForm form(Place place, String text) {
        return PostForm.of(Map.of(
                "text",
                TypedText.clean(text),
                "language",
                place.language(),
                "label",
                place.light().word()));
    }
}
