package anima.world;

/** Dispatch over the closed set of actions: a new kind does not compile until handled. */
public interface ActionHandler<R> {
  R say(Action.Say say);

  R walk(Action.Walk walk);

  R go(Action.Go go);

  R follow(Action.Follow follow);

  R lead(Action.Lead lead);

  R waits(Action.Wait wait);

  R point(Action.Point point);

  R look(Action.Look look);

  R give(Action.Give give);

  R sell(Action.Sell sell);

  R take(Action.Take take);

  R emote(Action.Emote emote);

  R use(Action.Use use);

  R arrive(Action.Arrive arrive);

  R depart(Action.Depart depart);
}
