// Work by several threads on a stream, read and delivered in one order.
//
// A thread reads, each worker works, the caller's thread delivers. Only so
// many items are on their way at a time, so memory does not grow with the
// stream; each result is delivered as soon as those before it are.
#ifndef NEWSDIGEST_CLI_ORDERED_MAP_H_
#define NEWSDIGEST_CLI_ORDERED_MAP_H_

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace newsdigest::cli {

template <typename In, typename Out>
class OrderedMap {
 public:
  using Take = std::function<bool(In&&)>;  // false: read no more
  using Read = std::function<void(const Take&)>;
  using Work = std::function<Out(In&&)>;       // one for each thread
  using Deliver = std::function<bool(Out&&)>;  // false: stop

  // Items for each worker that are on their way at a time.
  static constexpr size_t kAhead = 8;

  // Runs until all is delivered or `deliver` stops it. What a thread throws
  // is thrown here. `read` may still be waiting for input when a stopped run
  // returns: it must own all that it uses.
  static void Run(Read read, std::vector<Work> works, const Deliver& deliver) {
    auto state = std::make_shared<State>();
    state->most = works.size() * kAhead;
    std::thread reader(
        [state, read = std::move(read)] { ReadAll(*state, read); });
    std::vector<std::thread> workers;
    workers.reserve(works.size());
    for (Work& work : works) {
      workers.emplace_back(
          [state, work = std::move(work)] { WorkOn(*state, work); });
    }
    std::exception_ptr error;
    try {
      DeliverAll(*state, deliver);
    } catch (...) {
      error = std::current_exception();
    }
    bool read_all = false;
    {
      std::lock_guard lock(state->mutex);
      state->stopped = true;
      read_all = state->read_all;
      if (!error) error = state->error;
    }
    state->WakeAll();
    for (std::thread& worker : workers) worker.join();
    if (read_all) {
      reader.join();
    } else {
      reader.detach();
    }
    if (error) std::rethrow_exception(error);
  }

 private:
  struct Slot {
    std::optional<In> in;
    std::optional<Out> out;
    bool taken = false;
  };

  struct State {
    std::mutex mutex;
    // What the reader, the workers and the deliverer wait for. Each is woken
    // only where there is something for it.
    std::condition_variable room, work, done;
    std::deque<std::shared_ptr<Slot>> slots;  // read and not yet delivered
    size_t most = 0;
    bool read_all = false, stopped = false;
    std::exception_ptr error;

    void WakeAll() {
      room.notify_all();
      work.notify_all();
      done.notify_all();
    }
  };

  static void ReadAll(State& state, const Read& read) {
    auto take = [&](In&& in) {
      auto slot = std::make_shared<Slot>();
      slot->in = std::move(in);
      std::unique_lock lock(state.mutex);
      state.room.wait(lock, [&] {
        return state.stopped || state.slots.size() < state.most;
      });
      if (state.stopped) return false;
      state.slots.push_back(std::move(slot));
      lock.unlock();
      state.work.notify_one();
      return true;
    };
    Guard(state, [&] { read(take); });
    std::lock_guard lock(state.mutex);
    state.read_all = true;
    state.WakeAll();
  }

  static void WorkOn(State& state, const Work& work) {
    while (true) {
      std::shared_ptr<Slot> slot;
      {
        std::unique_lock lock(state.mutex);
        state.work.wait(lock, [&] {
          slot = Next(state);
          return slot || state.stopped || state.read_all;
        });
        if (!slot) return;
        slot->taken = true;
      }
      std::optional<Out> out;
      bool good = Guard(state, [&] { out = work(std::move(*slot->in)); });
      slot->in.reset();
      std::lock_guard lock(state.mutex);
      if (good) slot->out = std::move(out);
      bool next = !state.slots.empty() && state.slots.front() == slot;
      if (next) state.done.notify_one();
    }
  }

  static std::shared_ptr<Slot> Next(const State& state) {
    if (state.stopped) return {};
    for (const auto& slot : state.slots) {
      if (!slot->taken) return slot;
    }
    return {};
  }

  static void DeliverAll(State& state, const Deliver& deliver) {
    while (true) {
      std::shared_ptr<Slot> slot;
      {
        std::unique_lock lock(state.mutex);
        state.done.wait(lock, [&] {
          return state.error ||
                 (state.slots.empty() ? state.read_all
                                      : state.slots[0]->out.has_value());
        });
        if (state.error || state.slots.empty()) return;
        slot = std::move(state.slots.front());
        state.slots.pop_front();
        // A few at a time, not one by one.
        if (state.slots.size() <= state.most / 2) state.room.notify_one();
      }
      if (!deliver(std::move(*slot->out))) return;
    }
  }

  // False where `act` threw; the run ends then.
  template <typename Act>
  static bool Guard(State& state, Act act) {
    try {
      act();
      return true;
    } catch (...) {
      std::lock_guard lock(state.mutex);
      if (!state.error) state.error = std::current_exception();
      state.stopped = true;
      state.WakeAll();
      return false;
    }
  }
};

}  // namespace newsdigest::cli

#endif  // NEWSDIGEST_CLI_ORDERED_MAP_H_
