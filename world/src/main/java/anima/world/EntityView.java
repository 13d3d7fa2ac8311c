package anima.world;

import java.util.Optional;

/** What one sees of an entity: nothing of its purse, holdings or thoughts. */
public record EntityView(
    EntityId id,
    Label name,
    Component.Body body,
    Component.Looks looks,
    Activity activity,
    Optional<Label> trade) {}
