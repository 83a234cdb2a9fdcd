package org.comity.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.comity.directory.Directory;
import org.comity.site.PublicPageView.Entry;
import org.comity.site.PublicPageView.Shelf;
import org.comity.vocabulary.SharingChannel;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/** The pages that a host shows to everybody: first page, shelves, one item, what is found, the feed. */
@Controller
@RequestMapping("/public/{language:[a-z]{2}}")
class PublicController {

    private static final int NEWEST = 8;
    private static final int MOST_PAGES = 100;
    private static final String VIEW = "view";

    private final PublicShelves shelves;
    private final PublicFeed feed;
    private final Directory directory;

    PublicController(PublicShelves shelves, PublicFeed feed, Directory directory) {
        this.shelves = shelves;
        this.feed = feed;
        this.directory = directory;
    }

    @ModelAttribute("wrong")
    WrongHere wrong() {
        return WrongHere.of(directory.self());
    }

    @GetMapping
    String home(Model model) {
        var facts = new ArrayList<PublicItem.Part>();
        shelves.all().forEach(it -> facts.addAll(it.facts()));
        model.addAttribute("facts", List.copyOf(facts));
        model.addAttribute(
                VIEW, PublicPageView.of(menu(), "", entries(shelves.newest(NEWEST, SharingChannel.PAGE)), "", 1));
        return "site/publichome";
    }

    @GetMapping("/{shelf:[a-z][a-z-]{1,30}}")
    String shelf(
            @PathVariable String language,
            @PathVariable String shelf,
            @RequestParam(defaultValue = "") String article,
            @RequestParam(defaultValue = "1") String page,
            Model model) {
        var chosen = article.matches("[0-9]{1,2}") ? article : "";
        var known = known(shelf);
        var items = shelves.items(known, SharingChannel.PAGE).stream()
                .filter(it -> chosen.isEmpty() || it.articles().contains(chosen))
                .map(it -> new Entry(shelf, it))
                .toList();
        int number = number(page);
        var tables = chosen.isEmpty() ? known.tables(language) : List.<PublicTable>of();
        model.addAttribute("facts", known.facts());
        model.addAttribute("tables", tables.stream().map(it -> it.page(number)).toList());
        model.addAttribute(
                VIEW,
                PublicPageView.of(menu(), shelf, items, chosen, number)
                        .withMore(tables.stream().anyMatch(it -> it.moreThan(number))));
        return "site/publicshelf";
    }

    @GetMapping("/{shelf:[a-z][a-z-]{1,30}}/{id:[A-Za-z0-9][A-Za-z0-9.-]{0,79}}")
    String item(
            @PathVariable String language,
            @PathVariable String shelf,
            @PathVariable String id,
            @RequestParam(defaultValue = "1") String page,
            HttpServletRequest request,
            Model model) {
        var found = shown(shelf, id);
        if (found.isEmpty()) {
            var now = known(shelf).moved(id).flatMap(it -> shown(shelf, it)).orElseThrow(PublicController::unknown);
            request.setAttribute(View.RESPONSE_STATUS_ATTRIBUTE, HttpStatus.MOVED_PERMANENTLY);
            return "redirect:/public/" + language + "/" + shelf + "/" + now.id();
        }
        var item = found.get();
        var pages = PublicText.pages(item.parts(), language);
        int number = Math.min(pages.size(), number(page));
        model.addAttribute("item", item);
        model.addAttribute("pieces", pages.get(number - 1));
        model.addAttribute("files", known(shelf).files(id));
        model.addAttribute(
                VIEW, PublicPageView.of(menu(), shelf, List.of(), "", number).withMore(number < pages.size()));
        return "site/publicitem";
    }

    @GetMapping("/search")
    String search(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute(VIEW, PublicPageView.of(menu(), "search", entries(shelves.found(q)), q.strip(), 1));
        return "site/publicsearch";
    }

    @GetMapping("/feed")
    ResponseEntity<byte[]> feed(@PathVariable String language) {
        return ResponseEntity.ok()
                .header("Content-Type", "application/atom+xml;charset=UTF-8")
                .body(feed.write(language));
    }

    private Optional<PublicItem> shown(String shelf, String id) {
        return shelves.items(known(shelf), SharingChannel.PAGE).stream()
                .filter(it -> it.id().equals(id))
                .findFirst();
    }

    private List<Shelf> menu() {
        return shelves.all().stream()
                .map(it -> new Shelf(
                        it.name(), shelves.items(it, SharingChannel.PAGE).size()))
                .toList();
    }

    private PublicShelf known(String name) {
        return shelves.shelf(name).orElseThrow(PublicController::unknown);
    }

    private static List<Entry> entries(List<PublicShelves.Placed> placed) {
        return placed.stream().map(it -> new Entry(it.shelf(), it.item())).toList();
    }

    private static int number(String typed) {
        return typed.matches("[0-9]{1,3}") ? Math.clamp(Integer.parseInt(typed), 1, MOST_PAGES) : 1;
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
