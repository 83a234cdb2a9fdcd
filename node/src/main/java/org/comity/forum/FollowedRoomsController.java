package org.comity.forum;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.ParticipantId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The rooms of other nodes on the pages of this one, for its officials: they read here, and answer by an act. */
@Controller
@RequestMapping("/rooms/at/{host:" + ParticipantId.FORM + "}")
class FollowedRoomsController {

    private static final String TOPIC = RoomsController.TOPIC;

    private final FollowedRooms followed;
    private final SpeakingElsewhere speaking;
    private final RoomReaders readers;

    FollowedRoomsController(FollowedRooms followed, SpeakingElsewhere speaking, RoomReaders readers) {
        this.followed = followed;
        this.speaking = speaking;
        this.readers = readers;
    }

    @GetMapping
    String host(@PathVariable String host, HttpServletRequest request, Locale language, Model model) {
        model.addAttribute("host", followed.host(host, language.getLanguage()));
        model.addAttribute("mayWrite", speaking.may(official(request)));
        return RoomsController.at(request, model, "forum/followed");
    }

    @GetMapping(TOPIC)
    String topic(
            @PathVariable String host,
            @PathVariable long topic,
            HttpServletRequest request,
            Locale language,
            Model model) {
        var view = followed.host(host, topic, language.getLanguage());
        var found = FollowedRooms.topic(view, topic);
        model.addAttribute("host", view);
        model.addAttribute("room", FollowedRooms.room(view, found.room()));
        model.addAttribute("topic", found);
        model.addAttribute("stances", followed.stances(view, found));
        model.addAttribute("mayWrite", speaking.may(official(request)));
        return RoomsController.at(request, model, "forum/followed-topic");
    }

    @PostMapping(TOPIC)
    String answer(@PathVariable String host, @PathVariable long topic, HttpServletRequest request, Locale language) {
        var view = followed.host(host, topic, language.getLanguage());
        var found = FollowedRooms.topic(view, topic);
        var room = FollowedRooms.room(view, found.room());
        return "redirect:" + speaking.answer(view, room, found, language.getLanguage(), official(request));
    }

    @PostMapping(TOPIC + "/stance")
    String stand(@PathVariable String host, @PathVariable long topic, HttpServletRequest request, Locale language) {
        var view = followed.host(host, topic, language.getLanguage());
        var found = FollowedRooms.topic(view, topic);
        var room = FollowedRooms.room(view, found.room());
        return "redirect:" + speaking.stand(view, room, found, language.getLanguage(), official(request));
    }

    @PostMapping(TOPIC + "/tell")
    String tell(
            @PathVariable String host,
            @PathVariable long topic,
            @RequestParam(defaultValue = "0") long post,
            HttpServletRequest request,
            Locale language) {
        var view = followed.host(host, topic, language.getLanguage());
        var found = FollowedRooms.topic(view, topic);
        var room = FollowedRooms.room(view, found.room());
        return "redirect:" + speaking.tell(view, room, found, post, language.getLanguage(), official(request));
    }

    @PostMapping(RoomsController.ROOM)
    String ask(@PathVariable String host, @PathVariable String room, HttpServletRequest request, Locale language) {
        var view = followed.host(host, language.getLanguage());
        var found = FollowedRooms.room(view, room);
        return "redirect:" + speaking.ask(view, found, language.getLanguage(), official(request));
    }

    /** Always there: the address is for officials alone. */
    private Official official(HttpServletRequest request) {
        return Objects.requireNonNull(readers.of(request).official());
    }
}
