package org.comity.evidence.pages;

import java.io.IOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.evidence.CustodyBetween;
import org.comity.evidence.CustodyEntry;
import org.comity.evidence.CustodyEntry.Event;
import org.comity.evidence.Evidence;
import org.comity.evidence.EvidenceCases.Case;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.Item;
import org.comity.evidence.Item.State;
import org.comity.evidence.ItemArrivals;
import org.comity.evidence.ItemsOfThread;
import org.comity.identity.Officials;
import org.comity.ui.Flash;
import org.comity.ui.HarmlessText;
import org.comity.ui.ListPage;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of items, of one case or of all, and the page of each. */
@Controller
@RequestMapping("/evidence")
class ItemsController {

    private static final int ROWS = 50;
    private static final int ENTRIES = 100;
    private static final long AT_ONCE = 64 << 20;
    private static final String ID = "{id:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}";

    private final Evidence evidence;
    private final ItemsOfThread items;
    private final EvidenceAccess access;
    private final CustodyBetween between;
    private final Officials officials;
    private final LostItems lost;
    private final ItemArrivals arrivals;

    ItemsController(
            Evidence evidence,
            ItemsOfThread items,
            EvidenceAccess access,
            CustodyBetween between,
            Officials officials,
            LostItems lost,
            ItemArrivals arrivals) {
        this.arrivals = arrivals;
        this.lost = lost;
        this.officials = officials;
        this.evidence = evidence;
        this.items = items;
        this.access = access;
        this.between = between;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String request,
            @RequestParam(required = false) @Nullable UUID before,
            @RequestParam(defaultValue = "") String lost,
            Official by,
            Model model)
            throws IOException {
        access.mustRead(by);
        var of = request.isEmpty() ? null : access.byReference(request, by);
        boolean onlyLost = !lost.isEmpty();
        var items = onlyLost
                ? this.lost.seen(by)
                : evidence.newest(
                        of == null ? null : of.thread(), access.keeps(by), access.hidden(by), before, ROWS + 1);
        var shown = onlyLost ? items : items.subList(0, Math.min(ROWS, items.size()));
        var lines = new java.util.ArrayList<ItemsView.Line>();
        var cases = access.ofItems(shown, by);
        for (var item : shown)
            lines.add(new ItemsView.Line(
                    item,
                    stored(item),
                    cases.get(item.id()),
                    arrivals.stopped(item).orElse(null)));
        model.addAttribute(
                "items", new ItemsView(of, lines, onlyLost ? null : older(request, items), access.keeps(by), onlyLost));
        model.addAttribute(
                "limits", access.limits(shown.stream().map(Item::thread).toList(), by));
        return "evidence/items";
    }

    @GetMapping("/" + ID)
    String item(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable Integer before, Official by, Model model)
            throws IOException {
        var item = access.item(id, by);
        long stored = stored(item);
        model.addAttribute(
                "item",
                new ItemView(
                        item,
                        of(item, by),
                        evidence.written(id).map(HarmlessText::line).orElse(null),
                        stored,
                        whole(item),
                        arrivals.stopped(item).orElse(null),
                        matching(item),
                        between.shared(item).reversed(),
                        custody(item, before),
                        access.keeps(by),
                        access.prints(by),
                        access.holdsByLaw(by)));
        arrivals.altered(item).ifPresent(it -> model.addAttribute("altered", it));
        model.addAttribute("limits", access.limits(item, by));
        return "evidence/item";
    }

    private boolean whole(Item item) throws IOException {
        if (item.state() != State.ADDING || item.declaredSize() == null) return false;
        try {
            return evidence.reached(item.id()) == item.declaredSize();
        } catch (EvidenceRefused busy) {
            // Bytes are coming at this moment.
            return false;
        }
    }

    @PostMapping("/" + ID + "/seal")
    String seal(@PathVariable UUID id, Official by, RedirectAttributes redirect) throws IOException {
        access.mustKeep(by);
        evidence.finish(access.item(id, by).id(), null, by);
        evidence.matchBeside(id);
        redirect.addFlashAttribute("flash", Flash.done("evidence.done.sealed"));
        return back(id);
    }

    @PostMapping("/" + ID + "/give-up")
    String giveUp(@PathVariable UUID id, Official by, RedirectAttributes redirect) throws IOException {
        access.mustKeep(by);
        evidence.giveUp(access.item(id, by).id(), by);
        redirect.addFlashAttribute("flash", Flash.done("evidence.done.given-up"));
        return back(id);
    }

    @PostMapping("/" + ID + "/match")
    String match(@PathVariable UUID id, Official by, RedirectAttributes redirect) throws IOException {
        access.mustKeep(by);
        var known = access.item(id, by);
        if (known.manifest().filter(it -> it.plain().size() > AT_ONCE).isPresent()) {
            evidence.matchBeside(id);
            redirect.addFlashAttribute("flash", Flash.done("evidence.done.matching"));
            return back(id);
        }
        var item = evidence.match(id, by);
        redirect.addFlashAttribute(
                "flash",
                item.state() == State.MATCHED
                        ? Flash.done("evidence.done.matched")
                        : Flash.warned("evidence.done.not-matched"));
        return back(id);
    }

    private @Nullable Integer matching(Item item) {
        var sealed = item.sealed();
        var read = evidence.matching(item.id());
        return sealed == null || read.isEmpty()
                ? null
                : (int) (100 * read.getAsLong() / sealed.payload().size());
    }

    private ItemView.History custody(Item item, @Nullable Integer before) {
        var page = ListPage.of(evidence.custody(item.id(), before, ENTRIES + 1), ENTRIES);
        var names = new HashMap<String, String>();
        var lines = page.rows().stream()
                .map(it -> new ItemView.Custody(it, it.official() == null ? null : name(it.official(), names)))
                .toList();
        return new ItemView.History(lines, page.next(CustodyEntry::n), before != null, keyless(item));
    }

    private String name(String official, Map<String, String> known) {
        return known.computeIfAbsent(official, officials::name);
    }

    private boolean keyless(Item item) {
        var last = items.last(List.of(item.id()), EnumSet.of(Event.FOUND_DAMAGED, Event.FOUND_KEYLESS));
        return ItemView.keyless(item.state(), last.getOrDefault(item.id(), Map.of()));
    }

    @PostMapping("/" + ID + "/sealed-only")
    String sealedOnly(@PathVariable UUID id, Official by, RedirectAttributes redirect) {
        access.mustKeep(by);
        evidence.keepSealed(access.item(id, by).id(), by);
        redirect.addFlashAttribute("flash", Flash.done("viewer.kept-sealed"));
        return back(id);
    }

    private long stored(Item item) throws IOException {
        return item.state() == State.ADDING ? evidence.stored(item.id()) : 0;
    }

    private @Nullable Case of(Item item, Official by) {
        var thread = item.thread();
        return thread == null ? null : access.byThread(thread, by).orElse(null);
    }

    private static @Nullable String older(String request, List<Item> items) {
        if (items.size() <= ROWS) return null;
        return "/evidence?before=" + items.get(ROWS - 1).id() + (request.isEmpty() ? "" : "&request=" + request);
    }

    private static String back(UUID id) {
        return "redirect:/evidence/" + id;
    }
}
