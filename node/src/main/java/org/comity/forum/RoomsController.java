package org.comity.forum;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.comity.ui.FileAnswer;
import org.comity.ui.FileDownload;
import org.comity.ui.Language;
import org.comity.ui.TypedText;
import org.comity.vocabulary.CutText;
import org.comity.vocabulary.SharingChannel;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Rooms as they are read: by the public, by officials of this node, and under /seat by persons in seats. */
@Controller
@RequestMapping({"/rooms", "/seat/rooms"})
class RoomsController {

    static final String ROOM = "/{room:[a-z][a-z0-9-]{1,39}}";
    static final String TOPIC = "/topics/{topic:[0-9]{1,18}}";
    static final String POST = "/posts/{post:[0-9]{1,18}}";

    private static final int LONGEST_SEARCH = 200;

    private final ReadingRooms reading;
    private final Moderating moderating;
    private final ExportingTopic taking;
    private final FeedOfRooms feed;
    private final GatheringDigest digest;
    private final RoomReaders readers;
    private final FollowedRooms followed;
    private final PostPage page;
    private final WaitingForParticipant waiting;

    // More than eight: each collaborator draws one of the pages under the address of rooms.
    RoomsController(
            ReadingRooms reading,
            Moderating moderating,
            ExportingTopic taking,
            FeedOfRooms feed,
            GatheringDigest digest,
            RoomReaders readers,
            FollowedRooms followed,
            PostPage page,
            WaitingForParticipant waiting) {
        this.reading = reading;
        this.moderating = moderating;
        this.taking = taking;
        this.feed = feed;
        this.digest = digest;
        this.readers = readers;
        this.followed = followed;
        this.page = page;
        this.waiting = waiting;
    }

    @GetMapping
    String all(
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request,
            Locale language,
            Model model) {
        var by = readers.of(request);
        model.addAttribute("waiting", waiting.of(by, language.getLanguage()));
        model.addAttribute("news", waiting.news(by));
        // What is before participants is for officials: others get it where it is signed for everybody, on the boards.
        model.addAttribute("followed", by.official() == null ? List.of() : followed.hosts(language.getLanguage()));
        model.addAttribute("rooms", reading.all(after, by));
        model.addAttribute("appeals", moderating.appeals(by));
        return at(request, model, "forum/rooms");
    }

    @GetMapping(ROOM)
    String room(
            @PathVariable String room,
            @RequestParam(required = false) @Nullable Long after,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("view", reading.room(room, after, readers.of(request)));
        return at(request, model, "forum/room");
    }

    @GetMapping(TOPIC)
    String topic(
            @PathVariable long topic,
            @RequestParam(defaultValue = "0") long after,
            HttpServletRequest request,
            Locale language,
            Model model) {
        var view = reading.topic(topic, after, readers.of(request));
        model.addAttribute("view", view);
        model.addAttribute("form", PostForm.empty(view.room(), language.getLanguage()));
        return at(request, model, "forum/topic");
    }

    @GetMapping(POST)
    String post(
            @PathVariable long post,
            @RequestParam(required = false) @Nullable String translation,
            HttpServletRequest request,
            Model model) {
        return page.show(post, translation, request, model);
    }

    @GetMapping("/search")
    String search(@RequestParam(defaultValue = "") String q, HttpServletRequest request, Model model) {
        var words = TypedText.clean(q);
        var sought = CutText.to(words, LONGEST_SEARCH);
        model.addAttribute("q", sought);
        model.addAttribute(
                "found",
                sought.isEmpty()
                        ? List.<KeptPost>of()
                        : reading.found(sought, SharingChannel.SEARCH, readers.of(request)));
        return at(request, model, "forum/search");
    }

    /** What waits for the participant of whoever reads; others cannot tell for whom anything waits. */
    @GetMapping("/waiting")
    String waiting(HttpServletRequest request, Locale language, Model model) {
        model.addAttribute("waiting", waiting.of(readers.of(request), language.getLanguage()));
        return at(request, model, "forum/waiting");
    }

    @GetMapping("/digest")
    String digest(HttpServletRequest request, Model model) {
        var lines = digest.week(readers.of(request));
        model.addAttribute("lines", lines.stream().limit(DigestOfRooms.MOST).toList());
        model.addAttribute("more", lines.size() > DigestOfRooms.MOST);
        return at(request, model, "forum/digest");
    }

    @GetMapping(TOPIC + "/topic.json")
    @FileDownload
    ResponseEntity<byte[]> json(@PathVariable long topic, HttpServletRequest request) {
        return FileAnswer.saved("topic-%d.json".formatted(topic))
                .contentType(MediaType.APPLICATION_JSON)
                .body(taking.json(topic, readers.of(request)));
    }

    @GetMapping(TOPIC + "/topic.csv")
    @FileDownload
    ResponseEntity<String> csv(@PathVariable long topic, HttpServletRequest request) {
        return FileAnswer.saved("topic-%d.csv".formatted(topic))
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .body(taking.csv(topic, readers.of(request)));
    }

    @GetMapping("/feed.atom")
    ResponseEntity<byte[]> feed(HttpServletRequest request, Locale locale) {
        return atom(null, request, locale);
    }

    @GetMapping(ROOM + "/feed.atom")
    ResponseEntity<byte[]> feed(@PathVariable String room, HttpServletRequest request, Locale locale) {
        return atom(room, request, locale);
    }

    private ResponseEntity<byte[]> atom(@Nullable String room, HttpServletRequest request, Locale locale) {
        var language = Language.of(locale);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/atom+xml;charset=UTF-8"))
                .body(feed.atom(room, readers.of(request), language));
    }

    static String at(HttpServletRequest request, Model model, String template) {
        model.addAttribute("base", RoomReaders.base(request));
        return template;
    }
}
