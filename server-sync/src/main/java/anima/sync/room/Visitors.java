package anima.sync.room;

import anima.sync.store.Visitor;
import anima.world.Action;
import anima.world.EntityId;
import anima.world.EntityView;
import anima.world.Label;
import anima.world.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who may come in as whom. Owned by the room's thread. */
final class Visitors {
  /** Identities that a world remembers; when full, only those known are let in. */
  static final int VISITORS_MAX = 100_000;

  private final World world;
  private final Tokens tokens;
  private final Map<String, Visitor> byTokenSha256 = new HashMap<>();
  private long nextId;

  Visitors(World world, Tokens tokens, List<Visitor> known) {
    this.world = world;
    this.tokens = tokens;
    known.forEach(visitor -> byTokenSha256.put(visitor.tokenSha256(), visitor));
  }

  /** A visitor who is let in: the token to come back with, and the body. */
  record Admitted(String token, EntityId self) {}

  /** Lets someone in and drafts what that needs, or says why not. */
  Admitted admit(JoinRequest request, Sessions sessions, TickDraft draft) throws RoomException {
    Label name = name(request.name());
    Optional<Visitor> known = request.token().map(Tokens::sha256).map(byTokenSha256::get);
    Optional<EntityId> former = known.map(Visitor::entity);
    freeName(name, former, sessions, draft);
    if (known.isEmpty() && byTokenSha256.size() >= VISITORS_MAX) {
      throw new RoomException("This world knows as many visitors as it can; no new ones come in.");
    }
    String token = known.isPresent() ? request.token().orElseThrow() : tokens.next();
    EntityId self = former.orElseGet(this::freshId);
    Visitor visitor = new Visitor(Tokens.sha256(token), self, name.en());
    byTokenSha256.put(visitor.tokenSha256(), visitor);
    draft.remember(visitor);
    if (world.view(self).isEmpty() || draft.sendsHome(self)) {
      draft.judge(new Action.Arrive(self, name, request.looks()));
    }
    return new Admitted(token, self);
  }

  private EntityId freshId() {
    nextId = Math.max(nextId, world.freeId().value());
    return new EntityId(nextId++);
  }

  private static Label name(String name) throws RoomException {
    try {
      return Label.same(name.strip());
    } catch (IllegalArgumentException e) {
      throw new RoomException("The name is refused: " + e.getMessage() + "; choose another.");
    }
  }

  /** Nobody comes in under the name of someone who is here; who only lingers makes room. */
  private void freeName(Label name, Optional<EntityId> former, Sessions sessions, TickDraft draft)
      throws RoomException {
    for (EntityView view : world.views()) {
      boolean other = former.isEmpty() || !former.get().equals(view.id());
      boolean same =
          view.name().en().equalsIgnoreCase(name.en()) || view.name().zh().equals(name.zh());
      if (other && same && sessions.isLingering(view.id())) {
        sessions.depart(view.id(), draft);
      } else if (other && same) {
        throw new RoomException(
            "Someone here is called " + name.en() + " already; choose another name.");
      }
    }
  }
}
