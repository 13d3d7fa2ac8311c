package anima.world;

import java.util.Optional;

/** What one sees of an entity: nothing of its purse, holdings or thoughts. */
public record EntityView(
    EntityId id,
    Label name,
    Component.Body body,
    Component.Looks looks,
    Activity activity,
    Optional<Label> trade) {

  /** The same one, standing elsewhere. */
  public EntityView with(Component.Body newBody) {
    return new EntityView(id, name, newBody, looks, activity, trade);
  }

  /** The same one, about something else. */
  public EntityView with(Activity newActivity) {
    return new EntityView(id, name, body, looks, newActivity, trade);
  }
}
